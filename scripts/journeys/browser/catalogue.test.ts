import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const FIELD = '要办什么事？'
const ITEM = '居民身份证丢失补领'

test('from the first screen to a visit for what was lost: in people’s words, without signing in', async () => {
  const { page, open } = await journey.visit()
  await open('/')
  await press(page, /^找要办的事/, 'link')
  await arrivesAt(page, '找要办的事')
  await fillIn(page, FIELD, '身份证丢了')
  await sees(page, /^“身份证丢了”找到 \d+ 件/)
  const first = page.getByRole('list', { name: /找到的事$/ }).getByRole('link')
  expect(await first.first().innerText()).toContain(ITEM)
  await first.first().click()
  await arrivesAt(page, ITEM)
  expect(await page.title()).toBe(ITEM)
  await sees(page, /^今天还有 \d+ 个名额，最早 /)
  await press(page, '预约去办的时间')
  await arrivesAt(page, '到哪里办？')
  await press(page, /^茶陵县政务服务中心/, 'link')
  await arrivesAt(page, '哪一天来？')
})

test('what was ticked is still ticked after the app was closed', async () => {
  const { page, open } = await journey.visit()
  const address = '/features/catalogue/pages/item/index?id=id-card-renew'
  const tick = page.getByRole('checkbox', { name: /^原身份证/ })
  await open(address)
  await tick.click()
  await open(address)
  await arrivesAt(page, '居民身份证到期、损坏换领')
  expect(await tick.getAttribute('aria-checked')).toBe('true')
})

test('a slow county is not waited for, and what it says later takes the place of the small list', async () => {
  const { page, open } = await journey.visit()
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/v1/item-search?**', async (route) => {
    await held
    await route.continue()
  })
  const kept = page.waitForResponse('**/v1/often-used-items')
  await open('/features/catalogue/pages/search/index')
  await kept
  await fillIn(page, FIELD, 'sfz')
  await sees(page, '网络慢，先看常用的')
  await page.getByRole('list', { name: '“sfz”找到的事' }).getByRole('link').first().waitFor()
  release()
  await page.getByText('网络慢，先看常用的').waitFor({ state: 'detached' })
  await sees(page, /^“sfz”找到 \d+ 件/)
})

test('without a network an item that was read once can be read, and the search answers from the phone', async () => {
  const { page, context, open } = await journey.visit()
  const kept = page.waitForResponse('**/v1/often-used-items')
  await open('/features/catalogue/pages/search/index?q=sfz')
  await kept
  await page
    .getByRole('list', { name: '“sfz”找到的事' })
    .getByRole('link', { name: new RegExp(`^${ITEM}`) })
    .click()
  await arrivesAt(page, ITEM)
  await sees(page, '茶陵县政务服务中心')
  await context.setOffline(true)
  await press(page, '返回')
  await fillIn(page, FIELD, '身份证丢了')
  await sees(page, '现在查不了全部事项')
  await page
    .getByRole('list', { name: '“身份证丢了”找到的事' })
    .getByRole('link', { name: new RegExp(`^${ITEM}`) })
    .click()
  await arrivesAt(page, ITEM)
  await sees(page, '身份证丢失的居民，要本人来。外地户口的人也可以在这里补办。')
})

test('asking for help takes along what it is about', async () => {
  const { page, open } = await journey.visit()
  await open('/features/catalogue/pages/item/index?id=id-card-reissue')
  await press(page, '找人帮忙')
  await arrivesAt(page, '找人帮忙')
  await press(page, /^请志愿者帮忙/, 'link')
  const draft = await page.evaluate(() => localStorage.getItem('one-visit:draft:help-request'))
  expect(draft).toContain(`要办：${ITEM}`)
})
