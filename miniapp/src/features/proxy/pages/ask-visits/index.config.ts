export default definePageConfig({ navigationBarTitleText: '预约哪些事' })
