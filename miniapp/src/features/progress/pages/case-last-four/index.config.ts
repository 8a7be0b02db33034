export default definePageConfig({ navigationBarTitleText: '填写身份证后四位' })
