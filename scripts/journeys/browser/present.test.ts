import type { Page } from 'playwright-core'
import { person } from '../../../bff/test/people'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import {
  choosePreset,
  confirmThenShow,
  keptOn,
  licencePage,
  openHolder,
  openVerified,
  secondsLeft,
  showChosen,
  showPreset,
} from '../support/licences'
import { scanScreen } from '../support/scan'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const qrCode = (page: Page) => page.getByRole('img', { name: /出示码$/ })
const shownRows = (page: Page) => page.getByRole('list', { name: '对方会看到' }).innerText()
const viewsOf = async (token: string) => (await journey.stack.call('GET /v1/licence-views', { token, query: {} })).items

test('from the wallet: a preset, the answers to check, the person confirmed once, and a code with its seconds', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open(licencePage('wallet'))
  await press(page, /^出示证照$/)
  await choosePreset(page, '证明已满 18 岁')
  expect(await shownRows(page)).toMatch(/证照\s*居民身份证\s*姓名\s*陈建国\s*已满 18 岁\s*是$/)
  await sees(page, '这张证照上的其他 8 项，对方看不到。')
  await confirmThenShow(page, journey, person('chenjianguo').phone)
  await qrCode(page).waitFor()
  expect(await secondsLeft(page)).toBeGreaterThan(50)
  expect((await scanScreen(page)).text).toMatch(/^OV1P:[0-9A-F]{64}$/)

  // 15 minutes long nobody asks again.
  await open(licencePage('present'))
  await choosePreset(page, '查驾驶证')
  await showChosen(page)
  await qrCode(page).waitFor()
})

test('somebody who turns back from confirming shows nothing, and is led there again', async () => {
  const { page, open } = await openVerified(journey, 'wangxiuying')
  await open(licencePage('present'))
  await choosePreset(page, '证明我是谁')
  await press(page, '出示 60 秒')
  await arrivesAt(page, '确认是您本人')
  await press(page, /返回/)
  await arrivesAt(page, '请核对')
  await sees(page, /出示前要再确认一次是您本人/)
  expect(await shownRows(page)).toMatch(/王秀英/)
  await press(page, '出示 60 秒')
  await arrivesAt(page, '确认是您本人')
})

test('fields of one’s own choice, none of them refused, and changed on the way', async () => {
  const { page, open } = await openHolder(journey, 'chenjianguo')
  await open(licencePage('present'))
  await page
    .getByRole('list', { name: '自己选内容' })
    .getByRole('link', { name: /^营业执照/ })
    .click()
  await arrivesAt(page, '选要给对方看的内容')
  await press(page, '下一步')
  await page.getByRole('alert').getByText('请至少选一项').waitFor()
  for (const field of [/^名称/, /^经营范围/]) await page.getByRole('checkbox', { name: field }).click()
  await press(page, '下一步')
  await arrivesAt(page, '请核对')
  expect(await shownRows(page)).toMatch(/名称\s*茶陵县建国日用品店\s*经营范围\s*日用百货、预包装食品零售$/)
  await press(page, '换内容')
  await arrivesAt(page, '选要给对方看的内容')
  expect(await page.getByRole('checkbox', { name: /^名称/ }).getAttribute('aria-checked')).toBe('true')
  await page.getByRole('checkbox', { name: /^经营范围/ }).click()
  await press(page, '下一步')
  await arrivesAt(page, '请核对')
  expect(await shownRows(page)).not.toContain('日用百货')
  await showChosen(page)
  await qrCode(page).waitFor()
})

test('two taps are one presentation', async () => {
  const { page, open, token } = await openHolder(journey, 'liuzhiqiang')
  await open(licencePage('present'))
  await choosePreset(page, '证明我是谁')
  await page.getByRole('button', { name: '出示 60 秒' }).dblclick()
  await arrivesAt(page, '出示证照')
  await qrCode(page).waitFor()
  expect(await viewsOf(token)).toHaveLength(1)
})

test('the end is said before it comes; after it there is no code; a tap makes a new one, and nothing else does', async () => {
  const visitor = await openHolder(journey, 'chenjianguo')
  const { page, token } = visitor
  const before = (await viewsOf(token)).length
  await showPreset(visitor, '证明已满 18 岁')
  const first = (await scanScreen(page)).text
  await journey.pass(46_000)
  await sees(page, /^快到时间了/)
  await qrCode(page).waitFor()
  await journey.pass(15_000)
  await sees(page, '已到 60 秒，这个码不能用了')
  expect(await qrCode(page).count()).toBe(0)
  await journey.pass(120_000)
  expect(await qrCode(page).count()).toBe(0)
  expect(await viewsOf(token)).toHaveLength(before + 1)
  await press(page, '再出示 60 秒')
  await qrCode(page).waitFor()
  expect((await scanScreen(page)).text).not.toBe(first)
  expect(await viewsOf(token)).toHaveLength(before + 2)
})

test.each(['online', 'offline'] as const)('stopped, it is gone from the screen and counts no more (%s)', async (way) => {
  const visitor = await openHolder(journey, 'chenjianguo')
  const { page } = visitor
  await showPreset(visitor, '证明我是谁', way)
  await qrCode(page).waitFor()
  const stopping = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await press(page, '停止出示')
  await sees(page, '已停止出示')
  expect(await qrCode(page).count()).toBe(0)
  expect((await stopping).status()).toBe(204)
  await sees(page, way === 'online' ? '这个码已经不能用了。' : /^手机上已经不显示了。对方如果已经扫到/)
})

test('opened anew the page shows nothing of before', async () => {
  const visitor = await openHolder(journey, 'lixiaohong')
  const { page } = visitor
  await showPreset(visitor, '证明我是谁')
  await qrCode(page).waitFor()
  await page.reload()
  await sees(page, '请再点一次出示')
  expect(await qrCode(page).count()).toBe(0)
  expect(await keptOn(page)).not.toMatch(/OV1/)
})
