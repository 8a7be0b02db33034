export default definePageConfig({ navigationBarTitleText: '省政务账号登录' })
