export default definePageConfig({ navigationBarTitleText: '改窗口和人数' })
