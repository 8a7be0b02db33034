export default definePageConfig({ navigationBarTitleText: '出入境证件进度' })
