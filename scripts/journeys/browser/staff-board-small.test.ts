import { formatVisitNumber, instantAt } from '@one-visit/shared/appointments/rules'
import { openSignedIn } from '../support/booking'
import { signInAtCounter, staffPage } from '../support/counter'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { checkPage, ORDINARY } from '../support/page-checks'
import { collectPageFacts } from '../support/page-facts'
import { keptByStaff } from '../support/sign-in'
import { bookAs, hallSlot, openHall, somebodyElse } from '../support/visits'

const journey = prepareJourneys({ start: instantAt('2026-11-23', '08:50') })
beforeAll(() => openHall(journey.stack))

const SOON = 5_000
/** A code of staff counts once, and the next comes after half a minute. */
const NEXT_CODE_MS = 31_000

const book = async (itemGroup: string, date: string, startsAt: string) => {
  const { stack } = journey
  return bookAs(stack, await somebodyElse(stack), (await hallSlot(stack, { itemGroup, date }, startsAt)).id)
}

test('on a phone the clerk sees bookings come, opens one and checks the person in', async () => {
  await journey.pass(NEXT_CODE_MS)
  const { page, open } = await journey.visit({ kept: await keptByStaff(journey.stack, 'clerk') })
  await open(staffPage('board'))
  await press(page, '医疗保险', 'radio')
  await page.getByRole('link', { name: /^09:20–09:40.*可约 6/ }).waitFor()
  const { visit } = await book('medical-insurance', '2026-11-23', '09:20')
  await journey.pass(SOON)
  await page.getByRole('link', { name: /^09:20–09:40.*可约 5/ }).waitFor()
  expect(checkPage(await collectPageFacts(page), ORDINARY)).toEqual([])
  await page.getByRole('link', { name: /^09:20–09:40/ }).click()
  await arrivesAt(page, '一个时段')
  await page.getByRole('link', { name: new RegExp(formatVisitNumber(visit.number)) }).click()
  await arrivesAt(page, '一个预约')
  await press(page, '签到')
  await page.getByRole('list', { name: '预约信息' }).getByText('已签到，等叫号').waitFor()
})

test('somebody whose day was closed is shown the time that was kept, and takes it', async () => {
  const { stack } = journey
  const booked = await book('vehicle', '2026-11-26', '10:00')
  await journey.pass(NEXT_CODE_MS)
  const clerk = await journey.visit({ width: 1280, height: 800, kept: await keptByStaff(stack, 'clerk') })
  await clerk.open(`${staffPage('close-day')}?office=hall&date=2026-11-26`)
  await fillIn(clerk.page, '为什么？', '大厅检修电路')
  await press(clerk.page, '关闭这一天')
  await sees(clerk.page, '这一天已关闭')
  await stack.runJob('outbox')

  const { page, open } = await openSignedIn(journey, { as: booked })
  await open('/pages/messages/index')
  await sees(page, /大厅检修电路/)
  await press(page, /大厅检修电路/, 'link')
  await sees(page, /^原来那天临时不办/)
  await press(page, '要这个名额')
  await arrivesAt(page, '预约好了')
  const { active } = await stack.call('GET /v1/appointments', { token: booked.token })
  expect(active).toMatchObject([{ status: 'booked', itemGroup: { id: 'vehicle' } }])
  expect(active[0]?.date).not.toBe('2026-11-26')
})

test('the supervisor sees how busy the hours and offices were; a clerk does not', async () => {
  const { stack } = journey
  await book('household', '2026-11-23', '09:00')
  const { page, open } = await journey.visit({ width: 1280, height: 800 })
  await open(staffPage('load'))
  await journey.pass(NEXT_CODE_MS)
  await signInAtCounter(page, stack, 'supervisor')
  await arrivesAt(page, '忙闲统计')
  await page.getByRole('img', { name: /^按时段的柱状图/ }).waitFor()
  await page
    .getByRole('table', { name: /按网点/ })
    .getByRole('row', { name: /^茶陵县政务服务中心/ })
    .waitFor()
  await page
    .getByRole('table', { name: /按时段/ })
    .getByRole('row', { name: /^9 点/ })
    .waitFor()
  await journey.pass(NEXT_CODE_MS)
  const clerk = await journey.visit({ kept: await keptByStaff(stack, 'clerk') })
  await clerk.open(staffPage('load'))
  await sees(clerk.page, '这一页由值班负责人和系统管理员使用。')
})
