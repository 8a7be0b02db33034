export default definePageConfig({ navigationBarTitleText: '专区' })
