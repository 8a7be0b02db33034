export default definePageConfig({ navigationBarTitleText: '谁想看我的健康码' })
