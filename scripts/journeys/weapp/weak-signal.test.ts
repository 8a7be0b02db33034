import type { WeappApp } from '../../weapp-runner'
import { arrivesAt, fillIn, press, requestsTo, sees, valueOf } from './hands'
import { lookUp } from './look-up'
import { member, verified, visitor } from './people'
import { prepareJourneys } from './phone'

const HOUR = 3_600_000
const ID_CARD = 'features/progress/pages/id-card/index'
const STALE = /公安局.*现在没有回应，下面是以前查到的.*查询时间 \d+月\d+日/
const journey = prepareJourneys()

/** What a phone has kept, with every copy of an answer as old as if it had been asked for an hour ago. */
function hourOld(app: WeappApp): Record<string, unknown> {
  const kept = Object.entries(app.storage() as Record<string, { at: number }>)
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key.startsWith('one-visit:copy:') ? { ...value, at: value.at - HOUR } : value]),
  )
}

test('with the police silent the last answer is shown with its time, and the other department answers as ever', async () => {
  const { stack } = journey
  const app = await journey.open(await verified(stack, 'chenjianguo'))
  await press(app, /^身份证进度/, 'link')
  await sees(app, /居民身份证到期换领/)

  stack.clock.advance(HOUR)
  stack.fakes.setFault('police', { mode: 'hang' })
  const later = await journey.open({ ...visitor('chenjianguo'), storage: hourOld(app), start: ID_CARD })
  await sees(later, STALE)
  await press(later, /居民身份证到期换领/, 'link')
  await arrivesAt(later, '办理进度')
  await sees(later, STALE)

  await later.open('/features/progress/pages/case-number/index')
  await lookUp(later)
  await arrivesAt(later, '办理进度')
})

test('with the police silent and nothing kept, the page says who is slow, offers the telephone, and another try works', async () => {
  const { stack } = journey
  const signedIn = await verified(stack, 'chenjianguo')
  stack.fakes.setFault('police', { mode: 'hang' })
  const app = await journey.open({ ...signedIn, start: ID_CARD })
  await sees(app, /公安系统较慢，正在等待/)
  await sees(app, /请稍后再试；急办请打电话或到窗口/)
  await sees(app, /打电话问：12345/)
  stack.fakes.clearFaults()
  await press(app, '再试一次')
  await sees(app, /居民身份证到期换领/)
})

test('without a network the last copy is shown with its time, and the network brings the newest', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: 'features/progress/pages/my-cases/index' })
  await sees(app, /个体工商户设立登记/)
  const later = await journey.open({ ...visitor('chenjianguo'), storage: hourOld(app), start: 'pages/me/index' })
  later.setNetwork('none')
  await later.open('/features/progress/pages/my-cases/index')
  await sees(later, /现在没有网络/)
  await sees(later, /个体工商户设立登记/)
  await press(later, /个体工商户设立登记/, 'link')
  await sees(later, /现在没有回应，下面是以前查到的.*查询时间 \d+月\d+日/)
  await later.back()
  later.setNetwork('4g')
  await press(later, '再试一次')
  await later.waitFor(() => !/现在没有网络/.test(later.text()))
})

test('a form sent without a network keeps everything, and goes out once when the network is back', async () => {
  const app = await journey.open({
    ...(await member(journey.stack, 'chenjianguo')),
    start: 'features/progress/pages/case-number/index',
  })
  await fillIn(app, '办件编号是多少？', '430224-2026-000123')
  await press(app, '下一步')
  await fillIn(app, '查询密码是多少？', 'A1B2C3')
  app.setNetwork('none')
  await press(app, '查询')
  await sees(app, /现在没有网络.*内容没有丢失/)
  expect(valueOf(app, '查询密码是多少？')).toBe('A1B2C3')
  app.setNetwork('3g')
  await press(app, '再试一次')
  await arrivesAt(app, '办理进度')
  expect(journey.stack.fakes.calls()['cases/cases/look-up']).toBe(1)
  expect(requestsTo(app, 'POST', '/v1/case-look-ups')).toBe(2)
})

test('what was typed is there again after the app was closed', async () => {
  const start = 'features/progress/pages/case-number/index'
  const app = await journey.open({ ...visitor('chenjianguo'), start })
  await fillIn(app, '办件编号是多少？', '430224-2026-0001')
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start })
  expect(valueOf(later, '办件编号是多少？')).toBe('430224-2026-0001')
})
