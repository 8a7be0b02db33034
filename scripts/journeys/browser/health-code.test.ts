import { verifyHealthCode } from '@one-visit/shared/health-code/code-content'
import { HEALTH_CODE_RENEW_BEFORE_SECONDS, HEALTH_CODE_SECONDS } from '@one-visit/shared/health-code/rules'
import type { Page } from 'playwright-core'
import { checkSignature } from '../../verify-licence/check-signature'
import { readKeys } from '../../verify-licence/documents'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { HEALTH_CODE, openVerified } from '../support/licences'
import { scanScreen } from '../support/scan'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const RENEWED_MS = (HEALTH_CODE_SECONDS - HEALTH_CODE_RENEW_BEFORE_SECONDS) * 1000
const qrCode = (page: Page) => page.getByRole('img', { name: /^健康码二维码/ })

/** What somebody at a door finds out: with the published keys alone. */
async function checkAtDoor(text: string) {
  const { stack } = journey
  const published = await fetch(`${stack.url}/.well-known/jwks.json`)
  const keys = readKeys(await published.json()) ?? []
  return verifyHealthCode(text, { keys, checkSignature, now: stack.clock.now(), tolerance: { early: 0, late: 0 } })
}

/** The picture of a shape: circle, triangle or octagon differ in nothing but their outline. */
const outlineOf = async (page: Page): Promise<string> => {
  const source = await page.locator('.ov-code-shape img').getAttribute('src')
  return (
    /<path fill="([^"]*)" d="([^"]*)"/
      .exec(decodeURIComponent(source ?? ''))
      ?.slice(1)
      .join(' ') ?? ''
  )
}

test('one tap from the first screen: colour, word, shape, name and time, and a code that anybody can check', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open('/')
  await press(page, /^健康码/, 'link')
  await arrivesAt(page, '健康码')
  await sees(page, '绿码 · 可以通行')
  await sees(page, '陈*国')
  await sees(page, /^生成时间 8:\d\d:\d\d$/)
  await sees(page, /^卫健系统 11月23日 周一 上午8:\d\d 的结果$/)
  expect(await outlineOf(page)).toMatch(/^#0b6238 M12 1a11 11 0 1 1/)
  const { text, level } = await scanScreen(page)
  expect(level).toBe('M')
  expect(await checkAtDoor(text)).toMatchObject({ content: { colour: 'green', name: '陈*国' } })
  // Nothing of the person but that.
  for (const secret of ['陈建国', '430224198507120019']) expect(text).not.toContain(secret)
  expect(await checkAtDoor(`${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`)).toHaveProperty('failure')
})

test('what goes with it: reason, end, tests, vaccinations and travel card', async () => {
  const { fakes } = journey.stack
  fakes.giveDose({ person: 'chenjianguo', vaccine: '流感疫苗', dose: 1, date: '2026-10-12', place: '云阳街道社区卫生服务中心' })
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open(HEALTH_CODE)
  await sees(page, '没有发现需要关注的情况')
  await sees(page, '有变化时更新')
  const partOf = (name: string) => page.getByRole('list', { name }).getByRole('listitem')
  await partOf('最近的检测').first().waitFor()
  expect(await partOf('最近的检测').first().innerText()).toMatch(/茶陵县人民医院\s*阴性/)
  await partOf('接种的疫苗')
    .filter({ hasText: '流感疫苗 第 1 剂' })
    .getByText('2026年10月12日 周一 · 云阳街道社区卫生服务中心')
    .waitFor()
  expect(await partOf('最近 14 天到过的地方').first().innerText()).toMatch(/没有风险|有风险/)
})

test('it renews itself before it ends, and nobody in a queue holds a dead one', async () => {
  const { page, open } = await openVerified(journey, 'wangxiuying')
  await open(HEALTH_CODE)
  const first = (await scanScreen(page)).text
  const renewal = page.waitForResponse(/\/v1\/health-codes\/self\/token$/)
  await journey.pass(RENEWED_MS + 1_000)
  expect((await renewal).status()).toBe(201)
  await sees(page, /^还有 (60|59|58|57|56) 秒，会自动换新的$/)
  const second = (await scanScreen(page)).text
  expect(second).not.toBe(first)
  expect(await checkAtDoor(second)).toHaveProperty('content')
  await journey.pass(HEALTH_CODE_SECONDS * 1000)
  await sees(page, /秒，会自动换新的$/)
  expect(await checkAtDoor(second)).toEqual({ failure: 'expired' })
  expect(await checkAtDoor((await scanScreen(page)).text)).toHaveProperty('content')
})

test.each([
  ['yellow', '黄码 · 请配合查验', /^#f2b600 M12 1.5 23.5 22/],
  ['red', '红码 · 请勿外出', /^#a8201a M7.5 1h9/],
] as const)('a %s one says so in word and shape, too', async (colour, word, outline) => {
  const { fakes, clock } = journey.stack
  const until = new Date(clock.now().getTime() + 86_400_000)
  fakes.setHealthColour('lixiaohong', { colour, cause: '请做一次检测', until })
  const { page, open } = await openVerified(journey, 'lixiaohong')
  await open(HEALTH_CODE)
  await sees(page, word)
  expect(await outlineOf(page)).toMatch(outline)
  await sees(page, '请做一次检测')
  await sees(page, /^11月24日 周二 上午8:\d\d$/)
  expect(await qrCode(page).getAttribute('aria-label')).toBe(`健康码二维码，${word}，李*红`)
  expect(await checkAtDoor((await scanScreen(page)).text)).toMatchObject({ content: { colour } })
})
