import { signInVerified } from '../../../bff/test/people'
import { arrivesAt, press, sees } from './hands'
import { CASE } from './look-up'
import { keptBy, verified, visitor } from './people'
import { prepareJourneys } from './phone'

const MOST_PAGES = 10
const SIX_DOORS = ['健康码', '我的证照', '预约办事', '办到哪一步了', '找人帮忙', '打电话']
const journey = prepareJourneys()

test('the elder switch leaves six doors, none of them shut, and is remembered', async () => {
  const app = await journey.open(visitor('wangxiuying'))
  await arrivesAt(app, /茶陵县/)
  await press(app, /^长辈版/, 'switch')
  await app.waitFor(() => app.findAllByRole('link').length === SIX_DOORS.length)
  const doors = app.findAllByRole('link')
  expect(SIX_DOORS.map((name) => doors.indexOf(app.getByRole('link', { name })))).toEqual([0, 1, 2, 3, 4, 5])
  const needed = { 健康码: /登录后能看您和家人的健康码/, 我的证照: /登录后能看和出示您的证照/ }
  for (const [name, words] of Object.entries(needed)) {
    await press(app, name, 'link')
    await sees(app, words)
    await app.back()
  }
  await press(app, '预约办事', 'link')
  await arrivesAt(app, '您要办什么事？')
  await app.back()
  await press(app, '打电话', 'link')
  expect(app.report.ui).toContainEqual(expect.objectContaining({ api: 'makePhoneCall' }))
  const later = await journey.open({ ...visitor('wangxiuying'), storage: app.storage() })
  await press(later, '办到哪一步了', 'link')
  await arrivesAt(later, '办到哪一步了')
})

test('elder mode is offered once to whoever reads large text', async () => {
  const app = await journey.open({ ...visitor('wangxiuying'), fontSize: 20 })
  await sees(app, /要换成长辈版吗/)
  await press(app, '不用换')
  const later = await journey.open({ ...visitor('wangxiuying'), fontSize: 20, storage: app.storage() })
  await arrivesAt(later, /茶陵县/)
  expect(later.text()).not.toContain('要换成长辈版吗')
})

test('however long somebody goes around in circles, there are ten pages at most and the way on stays open', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'liuzhiqiang')), start: 'pages/services/index' })
  await press(app, /^我的办件/, 'link')
  for (let round = 0; round < MOST_PAGES; round += 1) {
    await press(app, '用办件编号查')
    await arrivesAt(app, '查办件进度')
    await press(app, '我的办件', 'link')
    await arrivesAt(app, '我的办件')
    expect(app.stack.length).toBeLessThanOrEqual(MOST_PAGES)
  }
  await app.back(app.stack.length - 1)
  await arrivesAt(app, '办事')
})

test('the fullest first screen of all, with follows, news and a department that is away, keeps to the budget', async () => {
  const { stack } = journey
  const { token, ...session } = await signInVerified(stack, 'chenjianguo')
  const { items } = await stack.call('GET /v1/cases', { token })
  for (const { followProof } of items) {
    if (followProof !== null) await stack.call('POST /v1/follows', { token, body: { proof: followProof } })
  }
  await stack.advanceCase(CASE.number)
  stack.clock.advance(3_600_000)
  stack.fakes.setFault('police', { mode: 'refuse' })
  for (let tries = 0; tries < 3; tries += 1) await stack.call('GET /v1/progress/id-card', { token })
  const app = await journey.open({ ...visitor('chenjianguo'), storage: keptBy({ token, ...session }) })
  await sees(app, /公安.*暂时不能用/)
  await sees(app, /个体工商户设立登记/)
  expect(app.text()).toMatch(/看全部 \d 件/)
})
