import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees, valueOf } from './hands'
import { CASE, lookUp } from './look-up'
import { signInByWechat, verified, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys()

test('a case is looked up by number and password without signing in', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await press(app, /^查办件进度/, 'link')
  await press(app, '下一步')
  await sees(app, /有 1 处需要修改.*请填写受理回执上的办件编号/)
  await lookUp(app, 'a1b2c3')
  await arrivesAt(app, '办理进度')
  await sees(app, /个体工商户设立登记/)
  await sees(app, /部门原话：补正/)
  expect(requestsTo(app, 'POST', '/v1/sessions/wechat')).toBe(0)
  expect(app.report.requests.some(({ url }) => url.includes(CASE.password))).toBe(false)
})

test('a wrong password reads like an unknown number, and what was typed is still there', async () => {
  const app = await journey.open({ ...visitor('chenjianguo'), start: 'features/progress/pages/case-number/index' })
  await lookUp(app, 'WRONG1')
  await arrivesAt(app, '没有查到这件事')
  await sees(app, /请核对办件编号和查询密码/)
  await press(app, '改一改再查')
  expect(valueOf(app, '查询密码是多少？')).toBe('WRONG1')
  await fillIn(app, '查询密码是多少？', CASE.password)
  await pressTwice(app, '查询')
  await arrivesAt(app, '办理进度')
  expect(requestsTo(app, 'POST', '/v1/case-look-ups')).toBe(2)
})

test('a followed case tells of its change by WeChat and in the inbox, and the message leads back to it', async () => {
  const { stack } = journey
  const app = await journey.open({ ...visitor('chenjianguo'), start: 'features/progress/pages/case-number/index' })
  await lookUp(app)
  await press(app, '关注这件事')
  await signInByWechat(app)
  await arrivesAt(app, '办理进度')
  await pressTwice(app, '关注这件事')
  await sees(app, /已关注这件事/)
  expect(requestsTo(app, 'POST', '/v1/message-subscriptions')).toBe(1)
  expect(requestsTo(app, 'POST', '/v1/follows')).toBe(1)

  await stack.advanceCase(CASE.number)
  const [sent, ...others] = stack.fakes.wechatSent()
  expect(others).toEqual([])
  expect(sent).toMatchObject({
    toUser: 'openid-chenjianguo',
    template: 'tmpl-case-changed',
    data: { phrase2: { value: '已办结' } },
  })
  expect(stack.fakes.smsSent()).toEqual([])

  await app.open('/pages/messages/index')
  await sees(app, /1 条未读/)
  await press(app, /个体工商户设立登记.*未读/, 'link')
  await arrivesAt(app, '办理进度')
  await sees(app, /部门原话：决定/)

  const [start = '', query = ''] = (sent?.page ?? '').split('?id=')
  const opened = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start, query: { id: query } })
  await arrivesAt(opened, '办理进度')
  await sees(opened, /部门原话：决定/)
})

test('whoever does not want WeChat messages follows the case all the same', async () => {
  const { stack } = journey
  const app = await journey.open(await verified(stack, 'chenjianguo'))
  app.answers.subscribe = 'reject'
  await press(app, /^我的办件/, 'link')
  await press(app, /个体工商户设立登记/, 'link')
  await pressTwice(app, '关注这件事')
  await sees(app, /已关注这件事/)
  expect(requestsTo(app, 'POST', '/v1/follows')).toBe(1)
  await stack.advanceCase(CASE.number)
  expect(stack.fakes.wechatSent()).toEqual([])
  expect(stack.fakes.smsSent().map(({ template }) => template)).toContain('case_changed')
})
