export default definePageConfig({ navigationBarTitleText: '哪一天' })
