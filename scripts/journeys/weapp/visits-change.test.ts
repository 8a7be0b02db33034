import type { WeappApp } from '../../weapp-runner'
import { bookAs, hallSlot, MONDAY_MORNING, openHall } from '../support/visits'
import { bookingPage, chooseDay, chooseTime } from './booking'
import { arrivesAt, press, pressTwice, requestsTo, sees } from './hands'
import { tokenOn, verified } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const WEDNESDAY_AT_NINE = { itemGroup: 'exit-entry', date: '2026-11-25' } as const

const visitsOn = (app: WeappApp) => journey.stack.call('GET /v1/appointments', { token: tokenOn(app) })

/** Somebody who has booked, on the page of the visit. */
async function withVisit(): Promise<{ app: WeappApp; id: string }> {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: bookingPage('visits') })
  await sees(app, /现在没有要去的预约/)
  const slot = await hallSlot(stack, WEDNESDAY_AT_NINE, '09:00')
  const { visit } = await bookAs(stack, { id: '', token: tokenOn(app) }, slot.id)
  await app.open(`${bookingPage('visit')}?id=${visit.id}`)
  await arrivesAt(app, '预约详情')
  return { app, id: visit.id }
}

test('a visit is moved in one step: the new time is had, the old one is over', async () => {
  const { app, id } = await withVisit()
  await press(app, '改时间')
  await arrivesAt(app, '改到哪一天？')
  await chooseDay(app, '11月26日 周四')
  await chooseTime(app, '下午2:00')
  await arrivesAt(app, '请核对新时间')
  for (const time of ['11月25日 周三 上午9:00 到 9:20', '11月26日 周四 下午2:00 到 2:20']) expect(app.text()).toContain(time)
  await pressTwice(app, '确认改时间')
  await arrivesAt(app, '时间改好了')
  await sees(app, /11月26日 周四 下午2:00 到 2:20，茶陵县政务服务中心/)
  expect(requestsTo(app, 'POST', `/v1/appointments/${id}/move`)).toBe(1)
  const { active, past } = await visitsOn(app)
  expect(active).toMatchObject([{ date: '2026-11-26', startsAt: '14:00', status: 'booked' }])
  expect(past).toMatchObject([{ id, status: 'moved' }])
  await app.open(`${bookingPage('visit')}?id=${id}`)
  await press(app, '看新的预约')
  await sees(app, /11月26日 周四 下午2:00 到 2:20/)
})

test('a move that was sent without a network leaves the visit as it was, and goes out once', async () => {
  const { app, id } = await withVisit()
  await press(app, '改时间')
  await chooseDay(app, '11月26日 周四')
  await chooseTime(app, '下午2:00')
  await arrivesAt(app, '请核对新时间')
  app.setNetwork('none')
  await press(app, '确认改时间')
  await sees(app, /现在没有网络/)
  expect((await visitsOn(app)).active).toMatchObject([{ id, startsAt: '09:00' }])
  app.setNetwork('2g')
  await press(app, '再试一次')
  await arrivesAt(app, '时间改好了')
  expect((await visitsOn(app)).active).toMatchObject([{ date: '2026-11-26', startsAt: '14:00' }])
})

test('whoever does not want to cancel after all keeps the visit; whoever does finds it among the old ones', async () => {
  const { app, id } = await withVisit()
  await press(app, '取消预约')
  await sees(app, /要取消这个预约吗？/)
  await press(app, '不取消')
  await arrivesAt(app, '预约详情')
  expect((await visitsOn(app)).active).toHaveLength(1)
  await press(app, '取消预约')
  await pressTwice(app, '取消这个预约')
  await arrivesAt(app, '已取消')
  expect(requestsTo(app, 'POST', `/v1/appointments/${id}/cancellation`)).toBe(1)
  await press(app, '看我的预约')
  await arrivesAt(app, '我的预约')
  await sees(app, /现在没有要去的预约/)
  await app.waitFor(() => app.getByRole('link', { name: /^护照和港澳通行证.*已取消/ }))
  expect((await visitsOn(app)).past).toMatchObject([{ id, status: 'cancelled' }])
})

test('once it has begun, a visit can neither be moved nor cancelled, and the page says where to turn', async () => {
  const { app, id } = await withVisit()
  journey.stack.clock.advance(2 * 86_400_000 + 3_600_000)
  await app.open(`${bookingPage('cancel')}?id=${id}`)
  await sees(app, /这个预约不能再取消.*有事请打电话/)
  await app.open(`${bookingPage('move-day')}?id=${id}`)
  await sees(app, /这个预约不能再改时间.*有事请打电话/)
  expect((await visitsOn(app)).active).toMatchObject([{ id, status: 'booked' }])
})
