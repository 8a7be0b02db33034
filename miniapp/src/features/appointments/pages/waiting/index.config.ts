export default definePageConfig({ navigationBarTitleText: '排队和留号' })
