export default definePageConfig({ navigationBarTitleText: '给谁预约' })
