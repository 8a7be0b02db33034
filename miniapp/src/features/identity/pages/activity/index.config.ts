export default definePageConfig({ navigationBarTitleText: '谁动过我的信息' })
