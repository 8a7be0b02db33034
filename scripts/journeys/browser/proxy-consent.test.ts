import type { Page } from 'playwright-core'
import { ACTING_PAGE, isOver, seesStrip, tick } from '../support/acting'
import { arrivesAt, press, sees } from '../support/hands'
import { motherAndDaughter, proxyPage } from '../support/helping'
import { prepareJourneys } from '../support/journey'
import { opensWithHeading, pressBy, tabTo } from '../support/keyboard'
import { checkPage, ELDER } from '../support/page-checks'
import { collectPageFacts } from '../support/page-facts'
import { keptByToken } from '../support/sign-in'
import type { Visitor } from '../support/visitor'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

/** Two devices, one of them used by the keyboard alone. */
const LONG_MS = 120_000

/** The daughter at her phone, the mother at hers in elder mode with text of 24 px. */
async function openFamily(): Promise<{ mother: Visitor; daughter: Visitor }> {
  const { stack } = journey
  const tokens = await motherAndDaughter(stack)
  // What an earlier journey has left.
  const { given } = await stack.call('GET /v1/mandates', { token: tokens.mother })
  for (const { id, status } of given)
    if (status === 'active' || status === 'pending')
      await stack.call('DELETE /v1/mandates/:id', { token: tokens.mother, params: { id } })
  const mother = await journey.visit({ elderText: 24, kept: await keptByToken(stack, tokens.mother) })
  const daughter = await journey.visit({ kept: await keptByToken(stack, tokens.daughter) })
  return { mother, daughter }
}

/** From asking for help to what waits for the mother. */
async function ask({ page, open }: Visitor): Promise<void> {
  await open(proxyPage('start'))
  await press(page, /^我能替谁办事/, 'link')
  await press(page, '申请替家人办事')
  await arrivesAt(page, '您要替谁办事？')
  await press(page, /^王\*英/, 'radio')
  await press(page, '下一步')
  await arrivesAt(page, '要替他办什么？')
  await tick(page, '预约、改约、取消到场办事', '查询办事进度')
  await press(page, '下一步')
  await arrivesAt(page, '替他预约哪些事？')
  await tick(page, '户籍和身份证')
  await press(page, '下一步')
  await arrivesAt(page, '要多少天？')
  await press(page, '7 天', 'radio')
  await press(page, '下一步')
  await arrivesAt(page, '请核对')
  await press(page, '提交申请')
  await arrivesAt(page, '委托详情')
  await sees(page, '等王*英同意')
  await journey.stack.runJob('outbox')
}

/** Elder mode keeps its promises on the page on top, which can be read aloud and has a telephone. */
async function isForElders(page: Page): Promise<void> {
  await page.getByRole('button', { name: '朗读本页' }).waitFor()
  expect(checkPage(await collectPageFacts(page), { ...ELDER, text: 24 })).toEqual([])
}

test(
  'an elder agrees in elder mode with the keyboard alone, sees what was done, and ends it as easily',
  async () => {
    const { stack } = journey
    const { mother, daughter } = await openFamily()
    await ask(daughter)

    const { page } = mother
    await mother.open('/pages/messages/index')
    await opensWithHeading(page, '消息')
    await pressBy(page, 'Enter', 'link', /李\*红/)
    await opensWithHeading(page, '委托详情')
    await sees(page, '李*红想替您办事')
    await sees(page, '· 预约、改约、取消到场办事：户籍和身份证')
    await isForElders(page)
    await pressBy(page, 'Enter', 'button', '同意')
    await sees(page, '已同意')

    await daughter.open(proxyPage('mandates') + '?of=held')
    await press(daughter.page, /^王\*英.*有效$/, 'link')
    await press(daughter.page, '开始为王*英办事')
    await arrivesAt(daughter.page, '替王*英办事')
    await press(daughter.page, /^身份证进度/, 'link')
    await seesStrip(daughter.page)
    await sees(daughter.page, /居民身份证/)
    await stack.runJob('acts-to-tell')
    await stack.runJob('outbox')

    await mother.open('/pages/messages/index')
    await press(page, /李\*红替王\*英查询办事进度/, 'link')
    await arrivesAt(page, '委托详情')
    await page.getByRole('list', { name: '办了什么' }).getByText('查询办事进度').waitFor()
    await isForElders(page)
    await opensWithHeading(page, '委托详情')
    await tabTo(page, 'button', '不再让他办')
    await page.keyboard.press('Space')
    await opensWithHeading(page, '确认一下')
    await isForElders(page)
    await pressBy(page, 'Enter', 'button', '不再让他办')
    await arrivesAt(page, '已经结束')
    await isForElders(page)

    await daughter.open(ACTING_PAGE)
    await press(daughter.page, /^办件进度/, 'link')
    await isOver(daughter.page, '本人已经结束这份委托，或者这件事已经办完。')
  },
  LONG_MS,
)

test('who does not agree is left alone', async () => {
  const { mother, daughter } = await openFamily()
  await journey.pass(61_000)
  await ask(daughter)
  await mother.open(proxyPage('mandates'))
  await press(mother.page, /^李\*红.*等本人同意/, 'link')
  await press(mother.page, '不同意')
  await sees(mother.page, '他办不了您的任何事。')
  await daughter.open(proxyPage('mandates') + '?of=held')
  await sees(daughter.page, '您现在不能替别人办事')
})

test('“结束代办” leads back to oneself with one tap, from any page', async () => {
  const { mother, daughter } = await openFamily()
  await journey.pass(61_000)
  await ask(daughter)
  await mother.open(proxyPage('mandates'))
  await press(mother.page, /^李\*红.*等本人同意/, 'link')
  await press(mother.page, /^同意$/)
  await sees(mother.page, '已同意')
  const { page, open } = daughter
  await open(proxyPage('mandates') + '?of=held')
  await press(page, /^王\*英.*有效$/, 'link')
  await press(page, '开始为王*英办事')
  await press(page, /^看他的预约/, 'link')
  await arrivesAt(page, '王*英的预约')
  await press(page, '结束代办')
  await arrivesAt(page, /一件事一次办/)
  expect(await page.getByRole('region', { name: '正在代办' }).count()).toBe(0)
  await open('/features/appointments/pages/visits/index')
  await arrivesAt(page, '我的预约')
})
