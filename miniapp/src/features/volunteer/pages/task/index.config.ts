export default definePageConfig({ navigationBarTitleText: '一件求助' })
