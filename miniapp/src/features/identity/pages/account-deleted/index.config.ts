export default definePageConfig({ navigationBarTitleText: '账号已注销' })
