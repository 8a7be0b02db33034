export default definePageConfig({ navigationBarTitleText: '撤销求助' })
