export default definePageConfig({ navigationBarTitleText: '多少天' })
