export default definePageConfig({ navigationBarTitleText: '正在准备' })
