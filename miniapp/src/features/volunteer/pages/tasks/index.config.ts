export default definePageConfig({ navigationBarTitleText: '求助任务' })
