export default definePageConfig({ navigationBarTitleText: '一个时段' })
