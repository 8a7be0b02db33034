export default definePageConfig({ navigationBarTitleText: '导出或打印名单' })
