export default definePageConfig({ navigationBarTitleText: '交回委托' })
