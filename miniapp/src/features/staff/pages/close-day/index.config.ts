export default definePageConfig({ navigationBarTitleText: '关闭一天' })
