export default definePageConfig({ navigationBarTitleText: '填写家人的验证码' })
