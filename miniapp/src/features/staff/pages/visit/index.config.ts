export default definePageConfig({ navigationBarTitleText: '一个预约' })
