export default definePageConfig({ navigationBarTitleText: '改到别的时间' })
