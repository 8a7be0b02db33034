export default definePageConfig({ navigationBarTitleText: '核对新时间' })
