export default definePageConfig({ navigationBarTitleText: '给谁帮忙' })
