import fs from 'node:fs'
import path from 'node:path'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { PRIVACY_APIS } from '../../weapp-runner/wx/privacy'
import { PACKAGE, readPackage } from './built-package'
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

/** What of the package WeChat holds back until somebody has agreed, and how the notice calls it. */
const HELD_BACK: Readonly<Record<string, RegExp>> = {
  addPhoneCalendar: /日历和剪贴板：您点“记到手机日历”/,
  chooseMedia: /摄像头：.*拍上面说的照片/,
  getFuzzyLocation: /位置：/,
  getPhoneNumber: /您的手机号/,
  setClipboardData: /日历和剪贴板：.*“复制”/,
}

test('the notice and the README name everything that the package uses and WeChat holds back', async () => {
  const libraries = new Set(['taro.js', 'vendors.js', 'runtime.js'])
  const own = [...readPackage(PACKAGE, /\.js$/)].filter(([file]) => !libraries.has(file)).map(([, source]) => source)
  const uses = (api: string): boolean => own.some((source) => source.includes(`.${api}(`) || source.includes(`"${api}"`))
  expect([...PRIVACY_APIS].filter(uses).sort()).toEqual(Object.keys(HELD_BACK).sort())
  const readme = fs.readFileSync(path.resolve(__dirname, '../../../README.md'), 'utf8')
  const app = await journey.open({ start: 'features/identity/pages/privacy/index' })
  for (const [api, words] of Object.entries(HELD_BACK)) {
    expect(app.text()).toMatch(words)
    expect(readme).toContain(`\`${api}\``)
  }
})

test.each([
  ['requests for help', /求助：您要办的事/],
  ['mandates', /委托：您让谁办哪些事/],
  ['the photo of both ID cards', /双方身份证的照片（敏感信息）：.*加密保存/],
  ['messages about what was done', /会发短信给不看手机应用的您/],
])('the notice names %s', async (_, words) => {
  const app = await journey.open({ start: 'features/identity/pages/privacy/index' })
  expect(app.text()).toMatch(words)
})
