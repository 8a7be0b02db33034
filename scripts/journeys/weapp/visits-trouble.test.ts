import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { bookingPage, chooseAll, confirm, numberOn } from './booking'
import { arrivesAt, press, pressTwice, requestsTo, sees } from './hands'
import { signInByWechat, tokenOn, verified, verifiedMember, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const WISH = { group: '综合受理', day: '11月24日 周二', time: '上午10:00' } as const
const SENT = ['POST', '/v1/appointments'] as const

const visitsOn = async (app: WeappApp) => (await journey.stack.call('GET /v1/appointments', { token: tokenOn(app) })).active

/** Somebody whose answers wait for "confirm". */
async function atCheck(): Promise<WeappApp> {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseAll(app, WISH)
  return app
}

test('two quick taps on "confirm" are one booking', async () => {
  const app = await atCheck()
  await pressTwice(app, '确认预约')
  await arrivesAt(app, '预约好了')
  expect(requestsTo(app, ...SENT)).toBe(1)
  expect(await visitsOn(app)).toHaveLength(1)
})

test('without a network nothing is lost, and another try is one booking', async () => {
  const app = await atCheck()
  app.setNetwork('none')
  await press(app, '确认预约')
  await sees(app, /现在没有网络.*内容没有丢失/)
  expect(app.text()).toContain('上午10:00 到 10:15')
  app.setNetwork('3g')
  await press(app, '再试一次')
  await arrivesAt(app, '预约好了')
  expect(await visitsOn(app)).toHaveLength(1)
})

test('when the answer was lost on its way, another try shows the booking that was made, and makes no second', async () => {
  const app = await atCheck()
  app.loseReplies(true)
  await press(app, '确认预约')
  await app.waitFor(() => app.getByRole('button', { name: '再试一次' }))
  const [made] = await visitsOn(app)
  app.loseReplies(false)
  await press(app, '再试一次')
  await arrivesAt(app, '预约好了')
  expect(requestsTo(app, ...SENT)).toBe(2)
  expect(numberOn(app)).toBe(made?.number)
  expect(await visitsOn(app)).toHaveLength(1)
})

test('the same after the app was closed in between: the answers are there, and it is the same booking', async () => {
  const app = await atCheck()
  app.loseReplies(true)
  await press(app, '确认预约')
  await app.waitFor(() => app.getByRole('button', { name: '再试一次' }))
  app.close()
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: bookingPage('check') })
  await arrivesAt(later, '请核对')
  await confirm(later)
  const visits = await visitsOn(later)
  expect(visits.map(({ number }) => number)).toEqual([numberOn(later)])
})

test('a session that ended meanwhile leads to signing in and back to the answers', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verifiedMember(stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseAll(app, WISH)
  await stack.call('DELETE /v1/sessions', { token: tokenOn(app) })
  await press(app, '确认预约')
  await arrivesAt(app, '登录')
  await sees(app, /登录已过期/)
  await signInByWechat(app)
  await arrivesAt(app, '请核对')
  expect(app.text()).toContain('上午10:00 到 10:15')
  await confirm(app)
  expect(await visitsOn(app)).toHaveLength(1)
})

test('a second visit of the same kind is refused, and the page leads to the first', async () => {
  const app = await atCheck()
  await confirm(app)
  await app.open(bookingPage('start'))
  await chooseAll(app, { ...WISH, day: '11月26日 周四' })
  await press(app, '确认预约')
  await arrivesAt(app, '您已经约了这一类事')
  await press(app, '看已有的预约')
  await arrivesAt(app, '预约详情')
  await sees(app, /11月24日 周二 上午10:00 到 10:15/)
})
