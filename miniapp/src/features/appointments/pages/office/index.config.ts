export default definePageConfig({ navigationBarTitleText: '到哪里办' })
