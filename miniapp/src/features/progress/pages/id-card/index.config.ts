export default definePageConfig({ navigationBarTitleText: '身份证进度' })
