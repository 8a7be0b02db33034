import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { arrivesAt, press, sees } from './hands'
import { prepareJourneys } from './phone'

const journey = prepareJourneys()

test('nothing is asked of anybody before the person agrees, and then WeChat knows of it too', async () => {
  const app = await journey.open({ fontSize: 20 })
  await arrivesAt(app, '使用前请您看一看')
  await press(app, '看完整的隐私说明', 'link')
  await arrivesAt(app, '隐私说明')
  await app.back()
  expect(app.report.requests).toEqual([])
  expect(app.stored('one-visit:device-id')).toBeUndefined()
  await press(app, '同意，开始使用')
  await arrivesAt(app, /茶陵县/)
  expect(app.stored('one-visit:privacy-agreed')).toBe(PRIVACY_VERSION)
  await press(app, '登录')
  await arrivesAt(app, '登录')
})

test('whoever refuses reads that nothing was collected, and the notice stays', async () => {
  const app = await journey.open()
  await press(app, '暂不同意')
  await sees(app, /没有收集您的任何信息/)
  await app.open('/pages/me/index')
  await arrivesAt(app, '使用前请您看一看')
  expect(app.report.requests).toEqual([])
})

test('a consent that WeChat has forgotten is asked for again', async () => {
  const app = await journey.open({ storage: { 'one-visit:privacy-agreed': PRIVACY_VERSION } })
  await arrivesAt(app, '使用前请您看一看')
  await press(app, '同意，开始使用')
  await arrivesAt(app, /茶陵县/)
})

test('a person who has agreed is not asked again', async () => {
  const app = await journey.open({ hasConsented: true, storage: { 'one-visit:privacy-agreed': PRIVACY_VERSION } })
  await arrivesAt(app, /茶陵县/)
})
