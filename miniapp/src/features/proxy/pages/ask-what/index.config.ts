export default definePageConfig({ navigationBarTitleText: '代办什么' })
