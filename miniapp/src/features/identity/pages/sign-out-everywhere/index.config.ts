export default definePageConfig({ navigationBarTitleText: '退出所有设备' })
