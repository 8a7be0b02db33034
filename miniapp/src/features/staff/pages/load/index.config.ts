export default definePageConfig({ navigationBarTitleText: '忙闲统计' })
