export default definePageConfig({ navigationBarTitleText: '24 小时自助服务区' })
