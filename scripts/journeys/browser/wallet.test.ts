import type { Page } from 'playwright-core'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptOn, licencePage, openVerified } from '../support/licences'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const WALLET = '**/v1/licences'
const NUMBER = '430224198507120019'
const groups = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()
const titlesIn = async (page: Page, group: string): Promise<string[]> =>
  (await page.getByRole('list', { name: group, exact: true }).getByRole('link').allInnerTexts()).map(
    (text) => text.split('\n')[0] ?? '',
  )
const textOf = (page: Page): Promise<string> => page.getByRole('main').innerText()

test('all licences by group, those that end soon first, masked; those that are missing say why', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open('/')
  await press(page, /^我的证照/, 'link')
  await arrivesAt(page, '我的证照')
  await page.getByRole('list', { name: '请留意' }).waitFor()
  expect(await titlesIn(page, '请留意')).toEqual(['居民身份证', '普通护照'])
  expect(await groups(page)).toEqual(['请留意', '出行', '社保医保', '家庭', '经营', '暂时没有的证照', '其他'])
  expect(await titlesIn(page, '出行')).toEqual(['机动车驾驶证', '机动车行驶证'])
  await sees(page, '快到期')
  await sees(page, /有效期至 2026年12月18日/)
  const text = await textOf(page)
  for (const secret of [NUMBER, '陈建国', '解放路']) expect(text).not.toContain(secret)
  expect(text).toContain('陈*国')
  const missing = page.getByRole('list', { name: '暂时没有的证照' }).getByRole('listitem')
  expect(await missing.allInnerTexts()).toEqual([
    expect.stringMatching(/^往来港澳通行证\s+没有办过，或者还没有电子证照。\s+○\s+没有$/),
  ])
})

test('a licence shows its number only after a tap, says of when it is, and masks it again', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open(licencePage('wallet'))
  await press(page, /^机动车驾驶证/, 'link')
  await arrivesAt(page, '证照')
  await sees(page, '电子证照编号')
  await sees(page, /^11月23日 周一 上午8:\d\d$/)
  expect(await textOf(page)).not.toContain(NUMBER)
  await press(page, '显示证号')
  await sees(page, NUMBER)
  await press(page, '隐藏证号')
  expect(await textOf(page)).not.toContain(NUMBER)
})

test('opened anew it is painted from the phone before the network answers, with nothing on the phone that is masked', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open(licencePage('wallet'))
  await page.getByRole('list', { name: '请留意' }).waitFor()
  const kept = await keptOn(page)
  for (const secret of [NUMBER, '陈建国', 'JIANGUO', '解放路 18']) expect(kept).not.toContain(secret)

  let asked = 0
  await page.route(WALLET, () => void (asked += 1))
  await open(licencePage('wallet'))
  await page.getByRole('list', { name: '请留意' }).waitFor()
  expect(await titlesIn(page, '请留意')).toEqual(['居民身份证', '普通护照'])
  expect(asked).toBe(1)
  await page.unroute(WALLET)
})

test('without a network the last wallet stays, with its time; a licence says that it is only a part', async () => {
  const { page, open, context } = await openVerified(journey, 'chenjianguo')
  await open(licencePage('wallet'))
  await press(page, /^机动车驾驶证/, 'link')
  await sees(page, '电子证照编号')
  await open('/')
  await page.route('**/v1/**', (route) => route.abort('internetdisconnected'))
  await open(licencePage('wallet'))
  await sees(page, /^这是 11月23日 周一 上午8:\d\d 的结果/)
  await press(page, /^机动车驾驶证/, 'link')
  await sees(page, '手机上只留了一部分内容，联网后才能看全。')
  expect(await page.getByRole('button', { name: '显示证号' }).count()).toBe(0)
  await context.setOffline(false)
})

test('a department that is away hides its own licence only, and says so', async () => {
  const { fakes } = journey.stack
  const { page, open } = await openVerified(journey, 'wangxiuying')
  fakes.setFault('insurance', { mode: 'bad_json' })
  await open(licencePage('wallet'))
  const missing = page.getByRole('list', { name: '暂时没有的证照' }).getByRole('listitem')
  await missing.filter({ hasText: '医保电子凭证' }).getByText('暂时查不到').waitFor()
  expect(await titlesIn(page, '身份')).toEqual(['居民身份证'])
})

test('what has run out is kept, marked, and cannot be shown', async () => {
  const { page, open } = await openVerified(journey, 'lixiaohong')
  await open(licencePage('wallet'))
  await press(page, /^机动车驾驶证.*已过期/s, 'link')
  await sees(page, '这张证照已经过期，不能出示')
  expect(await page.getByRole('button', { name: '出示这张证照' }).count()).toBe(0)
  await open(licencePage('present'))
  await page.getByRole('list', { name: '常用的' }).waitFor()
  expect(await page.getByRole('link', { name: /查驾驶证/ }).count()).toBe(0)
})

test('social-security contributions: how many months, and the last ones', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open(licencePage('wallet'))
  await press(page, /^社保缴费记录/, 'link')
  await arrivesAt(page, '社保缴费记录')
  await sees(page, /^\d+ 个月$/)
  await sees(page, /^2026年\d+月 · /)
})
