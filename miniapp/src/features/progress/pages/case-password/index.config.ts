export default definePageConfig({ navigationBarTitleText: '填写查询密码' })
