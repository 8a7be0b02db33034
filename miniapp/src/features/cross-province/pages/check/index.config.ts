export default definePageConfig({ navigationBarTitleText: '请核对' })
