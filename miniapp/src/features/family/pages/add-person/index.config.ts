export default definePageConfig({ navigationBarTitleText: '家人叫什么？' })
