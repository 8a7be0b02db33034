export default definePageConfig({ navigationBarTitleText: '办完了' })
