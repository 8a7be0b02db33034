import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { verified, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const ITEM = '异地就医备案'
/** The last try came to nothing a minute ago. */
const LATER_MS = 60_000

/** From 办事 to an item done with 吉安. */
async function choose(app: WeappApp, side: RegExp, item: RegExp): Promise<void> {
  await app.open('/pages/services/index')
  await press(app, /^跨省通办/, 'link')
  await arrivesAt(app, '您人在哪里，要办哪里的事？')
  await press(app, side, 'link')
  await press(app, /^吉安市/, 'link')
  await press(app, item, 'link')
}

test('applied for while the department is down, once for two taps; when it is back the case is there', async () => {
  const { stack } = journey
  const app = await journey.open(await verified(stack, 'chenjianguo'))
  stack.fakes.setFault('cases', { mode: 'bad_json' })
  await choose(app, /^人在外地，办茶陵县的事/, new RegExp(`^${ITEM}`))
  await arrivesAt(app, ITEM)
  await press(app, '开始申请')
  await arrivesAt(app, '第 1 项，共 3 项')
  await press(app, '长期住在那里', 'radio')
  await press(app, '下一步')
  await arrivesAt(app, '第 2 项，共 3 项')
  await fillIn(app, '年', '2026')
  await fillIn(app, '月', '12')
  await fillIn(app, '日', '1')
  await press(app, '下一步')
  await arrivesAt(app, '第 3 项，共 3 项')
  await fillIn(app, '您在吉安市住在哪里？', '学院路 8 号 2 单元')
  await press(app, '下一步')
  await arrivesAt(app, '请核对')
  await app.tap(app.getByRole('checkbox', { name: '我看完了，同意上面的承诺' }))
  await sees(app, /✓我看完了/)
  await pressTwice(app, '提交申请')
  await arrivesAt(app, '申请已收下')
  expect(requestsTo(app, 'POST', '/v1/cross-province-applications')).toBe(1)

  stack.fakes.clearFaults()
  stack.clock.advance(LATER_MS)
  await stack.runJob('kept-applications')
  await journey.pass(LATER_MS)
  await arrivesAt(app, '申请已送到')
  await press(app, '看进度')
  await arrivesAt(app, '我的办件')
  await sees(app, new RegExp(ITEM))
})

test('what is collected here and forwarded is booked at the special window, without signing in so far', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await choose(app, /^人在茶陵县，办外地的事/, /^开具户籍类证明/)
  await press(app, '预约跨省通办窗口')
  await arrivesAt(app, '到哪里办？')
})
