export default definePageConfig({ navigationBarTitleText: '已登记' })
