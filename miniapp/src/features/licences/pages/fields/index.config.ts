export default definePageConfig({ navigationBarTitleText: '选要给对方看的内容' })
