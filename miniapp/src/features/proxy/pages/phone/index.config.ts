export default definePageConfig({ navigationBarTitleText: '联系电话' })
