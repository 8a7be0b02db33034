import type { Page } from 'playwright-core'
import { chooseDay, chooseTime, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { tokenOn } from '../support/holder-views'
import { prepareJourneys } from '../support/journey'
import { keptByVerified } from '../support/sign-in'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const ITEM = '异地就医备案'
/** The last try came to nothing a minute ago. */
const LATER_MS = 60_000

/** From 办事 to an item done with 吉安. */
async function choose(page: Page, side: RegExp, item: RegExp): Promise<void> {
  await press(page, /^跨省通办/, 'link')
  await arrivesAt(page, '您人在哪里，要办哪里的事？')
  await press(page, side, 'link')
  await arrivesAt(page, /^您人在哪里|^要办哪里的事/)
  await press(page, /^吉安市/, 'link')
  await press(page, item, 'link')
}

/** From the page of the item to the check. */
async function answerAll(page: Page): Promise<void> {
  await arrivesAt(page, ITEM)
  await press(page, '开始申请')
  await arrivesAt(page, '第 1 项，共 3 项')
  await press(page, '长期住在那里', 'radio')
  await press(page, '下一步')
  await arrivesAt(page, '第 2 项，共 3 项')
  await fillIn(page, '年', '2026')
  await fillIn(page, '月', '12')
  await fillIn(page, '日', '1')
  await press(page, '下一步')
  await arrivesAt(page, '第 3 项，共 3 项')
  await fillIn(page, '您在吉安市住在哪里？', '学院路 8 号 2 单元')
  await press(page, '下一步')
  await arrivesAt(page, '请核对')
}

async function declareAndSend(page: Page): Promise<void> {
  const tick = page.getByRole('checkbox', { name: '我看完了，同意上面的承诺' })
  await tick.click()
  await page.getByRole('checkbox', { checked: true }).waitFor()
  await press(page, '提交申请')
}

test('applied for while the department is down: it is on its way, and when the department is back the case is there', async () => {
  const { stack } = journey
  const { page, open } = await journey.visit({ kept: await keptByVerified(stack, 'chenjianguo') })
  stack.fakes.setFault('cases', { mode: 'bad_json' })
  await open('/pages/services/index')
  await choose(page, /^人在外地，办茶陵县的事/, new RegExp(`^${ITEM}`))
  await answerAll(page)
  const answers = await page.getByRole('list', { name: '您的申请' }).innerText()
  for (const part of [ITEM, '茶陵县', '陈*国', '长期住在那里', '2026年12月1日', '学院路 8 号 2 单元'])
    expect(answers).toContain(part)
  await declareAndSend(page)
  await arrivesAt(page, '申请已收下')
  await sees(page, '部门的系统还没有回应')
  await sees(page, /^不用再申请一次/)

  stack.fakes.clearFaults()
  stack.clock.advance(LATER_MS)
  await stack.runJob('kept-applications')
  await stack.runJob('outbox')
  await journey.pass(LATER_MS)
  await arrivesAt(page, '申请已送到')
  const number = await page.locator('.ov-number').innerText()
  await press(page, '显示查询密码')
  await press(page, '看进度')
  await arrivesAt(page, '我的办件')
  await press(page, new RegExp(`^${ITEM}`), 'link')
  await sees(page, number)
  await open('/pages/messages/index')
  await sees(page, new RegExp(`您申请的“${ITEM}”（吉安市）已经送到`))
})

test('a dead network loses nothing, and sending again is the same application', async () => {
  const visitor = await journey.visit({ kept: await keptByVerified(journey.stack, 'lixiaohong') })
  const { page, context, open } = visitor
  await open('/pages/services/index')
  await choose(page, /^人在外地，办茶陵县的事/, new RegExp(`^${ITEM}`))
  await answerAll(page)
  await press(page, '修改从哪天起？')
  await fillIn(page, '日', '2')
  await press(page, '下一步')
  await arrivesAt(page, '请核对')
  await sees(page, '2026年12月2日')
  await context.setOffline(true)
  await declareAndSend(page)
  await sees(page, '内容没有丢失，有网络后再试一次。')
  await context.setOffline(false)
  await press(page, '再试一次')
  await arrivesAt(page, '申请已送到')
  const { items } = await journey.stack.call('GET /v1/cross-province-applications', { token: await tokenOn(visitor) })
  expect(items).toHaveLength(1)

  await open('/pages/services/index')
  await choose(page, /^人在外地，办茶陵县的事/, new RegExp(`^${ITEM}`))
  await answerAll(page)
  await declareAndSend(page)
  await sees(page, '这件事已经申请过，还在办')
  await press(page, '看我的跨省通办申请')
  await page.getByRole('link', { name: new RegExp(`^${ITEM}.*已送到`) }).waitFor()
})

test('what is collected here and forwarded is booked at the special window', async () => {
  const { page, open, token } = await openSignedIn(journey)
  await open('/pages/services/index')
  await choose(page, /^人在茶陵县，办外地的事/, /^开具户籍类证明/)
  await arrivesAt(page, '开具户籍类证明')
  await press(page, '预约跨省通办窗口')
  await arrivesAt(page, '到哪里办？')
  await press(page, /^茶陵县政务服务中心/, 'link')
  await arrivesAt(page, '哪一天来？')
  await chooseDay(page, '11月24日 周二')
  await chooseTime(page, '上午9:00')
  await press(page, '给我自己预约')
  await arrivesAt(page, '请核对')
  await confirm(page)
  await arrivesAt(page, '预约好了')
  const { active } = await journey.stack.call('GET /v1/appointments', { token })
  expect(active).toMatchObject([{ itemGroup: { id: 'cross-province' }, date: '2026-11-24' }])
})
