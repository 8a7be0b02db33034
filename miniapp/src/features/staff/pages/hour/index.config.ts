export default definePageConfig({ navigationBarTitleText: '一个小时' })
