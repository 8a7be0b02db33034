export default definePageConfig({ navigationBarTitleText: '我的跨省通办申请' })
