export default definePageConfig({ navigationBarTitleText: '暂停或恢复预约' })
