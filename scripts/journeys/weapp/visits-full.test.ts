import type { WeappApp } from '../../weapp-runner'
import { fillDay, fillSlot, giveUp, hallSlot, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'
import { bookingPage, chooseAll, chooseDay, chooseHall, chooseTime, confirm } from './booking'
import { arrivesAt, press, pressTwice, requestsTo, sees } from './hands'
import { tokenOn, verified, verifiedMember, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const MINUTE = 60_000
const TUESDAY = '11月24日 周二'
const DAY = { itemGroup: 'exit-entry', date: '2026-11-24' } as const
const GROUP = '护照和港澳通行证'

const slotAtTen = () => hallSlot(journey.stack, DAY, '10:00')

/** From what can be booked to the line for the full time at ten. */
async function joinLine(app: WeappApp): Promise<void> {
  await chooseHall(app, GROUP)
  await chooseDay(app, TUESDAY)
  await app.waitFor(() => app.getByRole('link', { name: /^上午10:00 到.*约满了/ }))
  await chooseTime(app, '上午10:00')
  await arrivesAt(app, '排队等名额')
  await pressTwice(app, '排队等名额')
  await sees(app, /下一个就是您/)
  expect(requestsTo(app, 'POST', '/v1/waiting-entries')).toBe(1)
}

/** The phone on which the message that WeChat sent last was tapped. */
async function openMessage(app: WeappApp): Promise<WeappApp> {
  const [start = '', id = ''] = (journey.stack.fakes.wechatSent().at(-1)?.page ?? '').split('?id=')
  return journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start, query: { id } })
}

test('a time that was taken meanwhile is refused with the nearest free ones, and one tap leads on with one of them', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseAll(app, { group: GROUP, day: TUESDAY, time: '上午10:00' })
  await fillSlot(stack, (await slotAtTen()).id)
  await press(app, '确认预约')
  await arrivesAt(app, '这个时间刚刚约满')
  await press(app, new RegExp(`^${TUESDAY} 上午9:40.*茶陵县政务服务中心，还有`), 'link')
  await arrivesAt(app, '请核对')
  await sees(app, /上午9:40 到 10:00/)
  await confirm(app)
  const { active } = await stack.call('GET /v1/appointments', { token: tokenOn(app) })
  expect(active).toMatchObject([{ date: '2026-11-24', startsAt: '09:40' }])
})

test('a full day says so in the month, and the page of its times offers the nearest that are free', async () => {
  const { stack } = journey
  await fillDay(stack, DAY)
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseHall(app, GROUP)
  await app.waitFor(() => app.getByRole('gridcell', { name: new RegExp(`^${TUESDAY}，约满了，这一天约满了。可以排队`) }))
  await chooseDay(app, TUESDAY)
  await sees(app, /这一天约满了.*可以点下面的时间排队/)
  await chooseTime(app, '下午4:00')
  await arrivesAt(app, '排队等名额')
  await press(app, /^11月25日 周三 上午9:00 .*还有/, 'link')
  await arrivesAt(app, '给谁预约？')
})

test('whoever waits is told by WeChat of the place that somebody else gave up, and takes it', async () => {
  const { stack } = journey
  const [holder] = await fillSlot(stack, (await slotAtTen()).id)
  const app = await journey.open({ ...(await verifiedMember(stack, 'chenjianguo')), start: bookingPage('start') })
  await joinLine(app)
  if (holder) await giveUp(stack, holder)
  expect(stack.fakes.wechatSent().at(-1)).toMatchObject({
    template: 'tmpl-visit',
    data: { thing1: { value: '您等的时间有名额了' } },
  })

  const opened = await openMessage(app)
  await arrivesAt(opened, '为您留了一个名额')
  await sees(opened, /为您留到 11月23日 周一 上午8:\d\d还剩 1[45] 分钟/)
  await press(opened, '要这个名额')
  await arrivesAt(opened, '预约好了')
  await sees(opened, new RegExp(`${TUESDAY} 上午10:00 到 10:20，茶陵县政务服务中心`))
})

test('a held place that nobody takes goes on to the next, and the person is led to other times', async () => {
  const { stack } = journey
  const slot = await slotAtTen()
  const [holder] = await fillSlot(stack, slot.id)
  const app = await journey.open({ ...(await verifiedMember(stack, 'chenjianguo')), start: bookingPage('start') })
  await joinLine(app)
  const next = await somebodyElse(stack)
  await stack.call('POST /v1/waiting-entries', { token: next.token, body: { slotId: slot.id } })
  if (holder) await giveUp(stack, holder)
  stack.clock.advance(13 * MINUTE)
  const opened = await openMessage(app)
  await sees(opened, /快到时间了，请尽快决定。/)
  stack.clock.advance(3 * MINUTE)
  await sees(opened, /为您留的名额已过时间/)
  await press(opened, '重新选时间')
  await arrivesAt(opened, '哪一天来？')
  await stack.runJob('visit-offers')
  const { items } = await stack.call('GET /v1/waiting-entries', { token: next.token })
  expect(items).toMatchObject([{ slotId: slot.id, status: 'offered' }])
})

test('whoever does not want to wait any longer leaves the line', async () => {
  const { stack } = journey
  await fillSlot(stack, (await slotAtTen()).id)
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: bookingPage('start') })
  await joinLine(app)
  await press(app, '不等了，退出')
  await sees(app, /已退出排队/)
  const { items } = await stack.call('GET /v1/waiting-entries', { token: tokenOn(app) })
  expect(items.filter(({ status }) => status === 'waiting')).toEqual([])
})
