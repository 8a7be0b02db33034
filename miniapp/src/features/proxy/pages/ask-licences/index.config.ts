export default definePageConfig({ navigationBarTitleText: '出示哪些证照' })
