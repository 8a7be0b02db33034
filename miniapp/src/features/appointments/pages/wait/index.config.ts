export default definePageConfig({ navigationBarTitleText: '排队等名额' })
