import { DEMO_PASSWORD } from '../../../bff/src/seed-demo'
import type { WeappApp } from '../../weapp-runner'
import { staffCode } from '../support/sign-in'
import { bookAs, fillSlot, hallSlot, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { visitor } from './people'
import { prepareJourneys } from './phone'
import { backToBoard, boardSays, clerk, HOUSEHOLD, openBoard, openSlot, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const FIRST = '09:00–09:20'

const slotAtNine = () => hallSlot(journey.stack, { itemGroup: 'household', date: '2026-11-23' }, '09:00')

/** The board of the morning on the phone of a clerk. */
async function onBoard(): Promise<WeappApp> {
  const app = await journey.open({ ...(await clerk(journey.stack)), start: staffPage('home') })
  await openBoard(app)
  return app
}

async function changeWindows(app: WeappApp, windows: string, perWindow: string): Promise<void> {
  await arrivesAt(app, '改窗口和人数')
  await fillIn(app, '开几个窗口？', windows)
  await fillIn(app, '每个窗口接待几人？', perWindow)
  await fillIn(app, '为什么？', '今天人多')
  await pressTwice(app, '改成这样')
}

test('a clerk signs in with password and code, and sees the morning', async () => {
  const app = await journey.open({ ...visitor('chenjianguo'), start: staffPage('board') })
  await sees(app, /您还没有以工作人员身份登录/)
  await press(app, '登录')
  await arrivesAt(app, '工作人员登录')
  await fillIn(app, '账号', 'clerk')
  await fillIn(app, '密码', DEMO_PASSWORD)
  await fillIn(app, '动态码', staffCode(journey.stack))
  await pressTwice(app, '登录')
  await arrivesAt(app, '预约看板')
  await sees(app, /茶陵县政务服务中心 · 11月23日 周一/)
  await press(app, HOUSEHOLD, 'radio')
  await boardSays(app, FIRST, '总数 6 · 已约 0 .*可约 6')
  expect(requestsTo(app, 'POST', '/v1/staff/sessions')).toBe(1)
})

test('a booking that somebody makes meanwhile shows by itself', async () => {
  const { stack } = journey
  const app = await onBoard()
  await boardSays(app, FIRST, '已约 0')
  await bookAs(stack, await somebodyElse(stack), (await slotAtNine()).id)
  await boardSays(app, FIRST, '总数 6 · 已约 1 .*可约 5')
  expect(app.stack.at(-1)).toBe(staffPage('board'))
})

test('a spare window is opened for one slot, and people can book there at once', async () => {
  const app = await onBoard()
  await openSlot(app, FIRST)
  await press(app, '改窗口和人数')
  await sees(app, /平时开 3 个，备用 1 个/)
  await changeWindows(app, '4', '2')
  await sees(app, /已改好.*改了 1 个时段/)
  expect(requestsTo(app, 'POST', '/v1/staff/capacity-changes')).toBe(1)
  await backToBoard(app)
  await boardSays(app, FIRST, '总数 8')
  await boardSays(app, '09:20–09:40', '总数 6')
  expect((await slotAtNine()).freeForElders).toBe(8)
})

test('a window cannot be closed on people who have booked: one is moved, is told, and then it can', async () => {
  const { stack } = journey
  await fillSlot(stack, (await slotAtNine()).id, 2)
  const app = await onBoard()
  await boardSays(app, FIRST, '总数 2 · 已约 2')
  await openSlot(app, FIRST)
  await press(app, '改窗口和人数')
  await changeWindows(app, '1', '1')
  await sees(app, /已约的人比新的人数多/)
  await sees(app, /09:00–09:20 多出 1 人/)
  const people = () => app.findAllByRole('link', { name: /^把 .* 改到别的时间/ })
  await app.waitFor(() => people().length === 2)
  for (const one of people().slice(0, 1)) await app.tap(one)
  await arrivesAt(app, '改到别的时间')
  await press(app, /^11月23日 周一 09:20–09:40/, 'radio')
  await fillIn(app, '为什么？', '窗口要关')
  await pressTwice(app, '改到这个时间')
  await sees(app, /已改好，并会告诉本人/)
  await press(app, '回到前一页')
  await press(app, '再试一次')
  await sees(app, /已改好.*改了 1 个时段/)
  await backToBoard(app)
  await boardSays(app, FIRST, '总数 1 · 已约 1')
  await boardSays(app, '09:20–09:40', '已约 1')
  await stack.runJob('outbox')
  expect(stack.fakes.smsSent().map(({ params }) => params['text'])).toContainEqual(expect.stringContaining('您的预约改了时间'))
})

test('a slot is paused and resumed, and whoever has booked keeps the place', async () => {
  const { stack } = journey
  const { token } = await bookAs(stack, await somebodyElse(stack), (await slotAtNine()).id)
  const app = await onBoard()
  await openSlot(app, FIRST)
  await press(app, '暂停预约')
  await arrivesAt(app, '暂停或恢复预约')
  await press(app, '暂停预约')
  await sees(app, /请写明原因，至少两个字/)
  await fillIn(app, '为什么？', '设备检修')
  await press(app, '暂停预约')
  await sees(app, /已暂停预约.*改了 1 个时段/)
  await backToBoard(app)
  await boardSays(app, FIRST, '已约 1 .*暂停，余 5')
  expect((await slotAtNine()).state).toBe('paused')
  expect((await stack.call('GET /v1/appointments', { token })).active).toHaveLength(1)
  await openSlot(app, FIRST)
  await press(app, '恢复预约')
  await arrivesAt(app, '暂停或恢复预约')
  await fillIn(app, '为什么？', '修好了')
  await press(app, '恢复预约')
  await sees(app, /已恢复预约/)
  await backToBoard(app)
  await boardSays(app, FIRST, '可约 5')
})

test('without a network the board says that it may be old, and the network brings the newest', async () => {
  const { stack } = journey
  const app = await onBoard()
  await boardSays(app, FIRST, '已约 0')
  app.setNetwork('none')
  await sees(app, /没有更新成功，下面可能不是最新的/)
  await bookAs(stack, await somebodyElse(stack), (await slotAtNine()).id)
  app.setNetwork('4g')
  await boardSays(app, FIRST, '已约 1')
  await app.waitFor(() => !/没有更新成功/.test(app.text()))
})

test('the list of the day goes into a chat only with a reason and a tap of its own', async () => {
  const { stack } = journey
  const { visit } = await bookAs(stack, await somebodyElse(stack), (await slotAtNine()).id)
  const app = await journey.open({ ...(await clerk(stack)), start: staffPage('day-list') })
  await press(app, '取出名单')
  await sees(app, /请写明原因，至少两个字/)
  await fillIn(app, '用来做什么？', '早会用')
  await press(app, '取出名单')
  await sees(app, /共 1 个预约/)
  app.answers.shareFile = false
  await press(app, '发到微信聊天')
  await sees(app, /没有保存成功，请再试一次/)
  app.answers.shareFile = true
  await press(app, '发到微信聊天')
  await sees(app, /已保存/)
  const shared = app.report.ui.findLast(({ api }) => api === 'shareFileMessage')?.options
  expect(shared).toMatchObject({ fileName: '预约名单-2026-11-23.csv' })
  expect(String(shared?.['text']).replaceAll(' ', '')).toContain(visit.number)
})
