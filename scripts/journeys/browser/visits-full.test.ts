import type { Page } from 'playwright-core'
import { bookingPage, chooseAll, chooseDay, chooseHall, chooseTime, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { bookAs, fillDay, fillSlot, giveUp, hallSlot, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const MINUTE = 60_000
const TUESDAY = '11月24日 周二'
const ofGroup = (itemGroup: string) => ({ itemGroup, date: '2026-11-24' })
const slotOf = (itemGroup: string) => hallSlot(journey.stack, ofGroup(itemGroup), '10:00')

/** From the days to the line for a full time. */
async function joinLine(page: Page, group: string): Promise<void> {
  await chooseHall(page, group)
  await chooseDay(page, TUESDAY)
  await page.getByRole('link', { name: /^上午10:00 到.*约满了/ }).waitFor()
  await chooseTime(page, '上午10:00')
  await arrivesAt(page, '排队等名额')
  await press(page, '排队等名额')
  await sees(page, '下一个就是您')
}

test('a time that was taken meanwhile is refused with the nearest free ones, and one tap leads on with one of them', async () => {
  const { stack } = journey
  const { page, open, token } = await openSignedIn(journey)
  await open(bookingPage('start'))
  await chooseAll(page, { group: '驾驶证和行驶证', day: TUESDAY, time: '上午10:00' })
  await fillSlot(stack, (await slotOf('vehicle')).id)
  await confirm(page)

  await arrivesAt(page, '这个时间刚刚约满')
  const nearest = page.getByRole('list', { name: '最近还有名额的时间' }).getByRole('link')
  await nearest.first().waitFor()
  expect(await nearest.first().innerText()).toContain('茶陵县政务服务中心，还有')
  await nearest.filter({ hasText: `${TUESDAY} 上午9:40` }).click()
  await arrivesAt(page, '请核对')
  await sees(page, '上午9:40 到 10:00')
  await confirm(page)
  await arrivesAt(page, '预约好了')
  expect((await stack.call('GET /v1/appointments', { token })).active).toMatchObject([{ date: '2026-11-24', startsAt: '09:40' }])
})

test('a full day says so in the month, and every time of it can be waited for', async () => {
  const { stack } = journey
  await fillDay(stack, ofGroup('business'))
  const { page, open } = await openSignedIn(journey)
  await open(bookingPage('start'))
  await chooseHall(page, '开办企业和个体户')
  await page.getByRole('gridcell', { name: new RegExp(`^${TUESDAY}，约满了，这一天约满了。可以排队`) }).waitFor()
  await chooseDay(page, TUESDAY)
  await sees(page, '这一天约满了')
  await chooseTime(page, '下午4:30')
  await arrivesAt(page, '排队等名额')
  await page
    .getByRole('list', { name: '最近还有名额的时间' })
    .getByRole('link', { name: /11月2[35]日/ })
    .first()
    .waitFor()
  await press(page, '排队等名额')
  await sees(page, '下一个就是您')
})

test('whoever waits is shown the place that somebody else gave up, with the time left, and takes it', async () => {
  const { stack } = journey
  const [holder] = await fillSlot(stack, (await slotOf('exit-entry')).id)
  const { page, open, token } = await openSignedIn(journey)
  await open(bookingPage('start'))
  await joinLine(page, '护照和港澳通行证')
  await giveUp(stack, holder!)
  await journey.pass(MINUTE)

  await arrivesAt(page, '为您留了一个名额')
  await sees(page, /^为您留到 11月23日 周一 上午8:/)
  await sees(page, /^还剩 1[34] 分钟$/)
  await press(page, '要这个名额')
  await arrivesAt(page, '预约好了')
  await sees(page, `${TUESDAY} 上午10:00 到 10:20，茶陵县政务服务中心`)
  const { items } = await stack.call('GET /v1/messages', { token, query: {} })
  expect(items.map(({ title }) => title)).toContainEqual(expect.stringContaining('有名额'))
})

test('a held place that nobody takes goes on to the next, and the person is led to other times', async () => {
  const { stack } = journey
  const slot = await slotOf('real-estate')
  const [holder] = await fillSlot(stack, slot.id)
  const { page, open } = await openSignedIn(journey)
  await open(bookingPage('start'))
  await joinLine(page, '不动产登记')
  const next = await somebodyElse(stack)
  await stack.call('POST /v1/waiting-entries', { token: next.token, body: { slotId: slot.id } })
  await giveUp(stack, holder!)
  await journey.pass(MINUTE)
  await arrivesAt(page, '为您留了一个名额')
  await journey.pass(12 * MINUTE)
  await sees(page, '快到时间了，请尽快决定。')
  await journey.pass(3 * MINUTE)
  await sees(page, '为您留的名额已过时间')
  await press(page, '重新选时间')
  await arrivesAt(page, '哪一天来？')
  await stack.runJob('visit-offers')
  const { items } = await stack.call('GET /v1/waiting-entries', { token: next.token })
  expect(items).toMatchObject([{ slotId: slot.id, status: 'offered' }])
})

test('whoever has a later visit of the same kind moves forward by taking the held place, and the later place is free again', async () => {
  const { stack } = journey
  const slot = await slotOf('social-security')
  const later = await hallSlot(stack, ofGroup('social-security'), '16:00')
  const [holder] = await fillSlot(stack, slot.id)
  const booked = await bookAs(stack, await somebodyElse(stack), later.id)
  const { page, open } = await openSignedIn(journey, { as: booked })
  await stack.call('POST /v1/waiting-entries', { token: booked.token, body: { slotId: slot.id } })
  await giveUp(stack, holder!)
  await open(bookingPage('visits'))
  await press(page, /^社会保险.*有名额，等您确认/, 'link')
  await sees(page, '您同一类事原来的预约，会改到这个时间。')
  await press(page, '要这个名额')
  await arrivesAt(page, '预约好了')
  const { active } = await stack.call('GET /v1/appointments', { token: booked.token })
  expect(active).toMatchObject([{ startsAt: '10:00', status: 'booked' }])
})
