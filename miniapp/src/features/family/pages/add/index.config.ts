export default definePageConfig({ navigationBarTitleText: '您要添加谁？' })
