export default definePageConfig({ navigationBarTitleText: '改到哪一天' })
