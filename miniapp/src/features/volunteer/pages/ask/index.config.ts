export default definePageConfig({ navigationBarTitleText: '请本人委托' })
