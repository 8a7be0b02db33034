export default definePageConfig({ navigationBarTitleText: '找哪里' })
