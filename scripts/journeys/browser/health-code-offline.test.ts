import type { Page } from 'playwright-core'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { HEALTH_CODE, openVerified } from '../support/licences'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const MINUTE = 60_000
const WORD = '绿码 · 可以通行'
const OLD = '旧的健康码，不能用来通行'

const qrCode = (page: Page) => page.getByRole('img', { name: /^健康码二维码/ })

/** An old copy, with its time in large type, and nothing that could be taken for a fresh one. */
async function looksOld(page: Page): Promise<void> {
  await sees(page, OLD)
  expect(await qrCode(page).count()).toBe(0)
  expect(await page.getByText(WORD).count()).toBe(0)
  expect(await page.getByText(/^生成时间/).count()).toBe(0)
  await sees(page, '当时是绿码')
  await sees(page, '陈*国')
  const time = page.locator('.ov-code-time')
  expect(await time.innerText()).toMatch(/^11月23日 周一 上午\d:\d\d$/)
  const size = (one: string) => page.locator(one).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(await size('.ov-code-time')).toBeGreaterThan(20)
  expect(await page.locator('.ov-code').evaluate((card) => getComputedStyle(card).borderStyle)).toBe('dashed')
}

async function openFresh(elderText?: number) {
  const visitor = await openVerified(journey, 'chenjianguo', elderText === undefined ? {} : { elderText })
  await visitor.open(HEALTH_CODE)
  await qrCode(visitor.page).waitFor()
  return visitor
}

test.each([undefined, 24])(
  'the network goes: the code ends, the last copy stays and looks old; back again it is fresh (%s)',
  async (elderText) => {
    const { page, context } = await openFresh(elderText)
    await context.setOffline(true)
    // What was signed a moment ago still counts.
    await qrCode(page).waitFor()
    await journey.pass(MINUTE)
    await looksOld(page)
    await sees(page, /现在没有网络/)
    await sees(page, '没有发现需要关注的情况')
    await context.setOffline(false)
    await sees(page, WORD)
    await qrCode(page).waitFor()
  },
)

test('opened anew where nothing can be reached it is there at once, as an old one', async () => {
  const { page, open } = await openFresh()
  await journey.pass(2 * MINUTE)
  await page.route('**/v1/**', (route) => route.abort('internetdisconnected'))
  await open(HEALTH_CODE)
  await looksOld(page)
  await page.reload()
  await looksOld(page)
  await page.unroute('**/v1/**')
  await page.reload()
  await qrCode(page).waitFor()
})

test('before the network answers, the copy is there already and looks old', async () => {
  const { page, open } = await openFresh()
  await page.route('**/v1/health-codes/self', () => undefined)
  await open('/')
  await press(page, /^健康码/, 'link')
  await arrivesAt(page, '健康码')
  await looksOld(page)
  await sees(page, '正在更新，请稍等…')
})

test('the health department is away: the last result with its time and no code; it mends itself', async () => {
  const { fakes, clock } = journey.stack
  const { page, open } = await openFresh()
  fakes.setFault('health', { mode: 'bad_json' })
  clock.advance(5 * MINUTE)
  await open(HEALTH_CODE)
  await sees(page, /卫健系统现在不能用，先看上次的结果/)
  await looksOld(page)
  fakes.clearFaults()
  await journey.pass(2 * MINUTE)
  await sees(page, WORD)
  await qrCode(page).waitFor()
})

test('with the department away from the start there is a page that says so, not a blank one', async () => {
  const { fakes } = journey.stack
  const visitor = await openVerified(journey, 'zhangwei')
  fakes.setFault('health', { mode: 'refuse' })
  await visitor.open(HEALTH_CODE)
  await sees(visitor.page, /卫健系统暂时不能用/)
  expect(await qrCode(visitor.page).count()).toBe(0)
  fakes.clearFaults()
  await journey.pass(2 * MINUTE)
  await press(visitor.page, '再试一次')
  await sees(visitor.page, WORD)
})
