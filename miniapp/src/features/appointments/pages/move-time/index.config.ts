export default definePageConfig({ navigationBarTitleText: '改到几点' })
