export default definePageConfig({ navigationBarTitleText: '代办已结束' })
