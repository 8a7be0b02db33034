import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees, valueOf } from './hands'
import { giveRealName, member, signInByWechat, visitor } from './people'
import { prepareJourneys } from './phone'

const SIXTY_DAYS = 60 * 86_400_000
const journey = prepareJourneys()

test('one tap signs in by WeChat, another binds the phone, then the real name opens my cases', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await app.open('/pages/me/index')
  await press(app, '登录')
  await signInByWechat(app)
  await arrivesAt(app, '我的')
  await press(app, '绑定手机号')
  await press(app, '使用微信绑定的手机号')
  await sees(app, /138\*{4}0002/)
  await press(app, '去实名')
  await giveRealName(app, 'chenjianguo')
  await sees(app, /已实名/)
  await app.open('/pages/services/index')
  await press(app, /^我的办件/, 'link')
  await sees(app, /个体工商户设立登记.*需要补正/)
  await sees(app, /普通护照换发/)
  await press(app, /个体工商户设立登记/, 'link')
  await arrivesAt(app, '办理进度')
  await sees(app, /请补交经营场所的房产证明/)
})

test('whoever keeps the phone number to themselves can still fill one in', async () => {
  const app = await journey.open({ ...(await member(journey.stack, 'chenjianguo')), start: 'pages/me/index' })
  await press(app, '绑定手机号')
  app.answers.phoneCode = null
  await press(app, '使用微信绑定的手机号')
  await sees(app, /没有取得手机号/)
  const { phone } = person('chenjianguo')
  await fillIn(app, '手机号', phone)
  const code = await journey.stack.smsCodeAfter(phone, () => press(app, '获取验证码'))
  await arrivesAt(app, '填写验证码')
  await fillIn(app, '验证码', code)
  await press(app, '绑定')
  await arrivesAt(app, '我的')
  await sees(app, /138\*{4}0002/)
})

test.each([
  ['bad-code', /微信登录没有成功.*请再点一次登录/],
  ['blocked-code', /微信暂时不允许这个账号登录.*请用手机号登录/],
  ['used-up', /微信登录没有成功/],
])('when WeChat turns the code %s away, the page says so and the next tap works', async (code, said) => {
  const app = await journey.open({ ...visitor('chenjianguo'), start: 'pages/sign-in/index' })
  app.answers.loginCodes.unshift(code)
  await signInByWechat(app)
  await sees(app, said)
  await press(app, '微信登录')
  await app.waitFor(() => app.stored('one-visit:session') !== undefined)
  await arrivesAt(app, /茶陵县/)
})

test('an expired session leads to signing in and back to the form with everything typed', async () => {
  const app = await journey.open({ ...(await member(journey.stack, 'chenjianguo')), start: 'pages/me/index' })
  await press(app, '去实名')
  const { name, residentId } = person('chenjianguo')
  await fillIn(app, '姓名', name)
  await fillIn(app, '身份证号', residentId)
  journey.stack.clock.advance(SIXTY_DAYS)
  await press(app, '核对')
  await arrivesAt(app, '登录')
  await sees(app, /登录已过期/)
  await signInByWechat(app)
  await arrivesAt(app, '实名认证')
  expect(valueOf(app, '姓名')).toBe(name)
  expect(valueOf(app, '身份证号')).toBe(residentId)
  await press(app, '核对')
  await arrivesAt(app, '我的')
  await sees(app, /已实名/)
})

test('two quick taps on "check" send one request', async () => {
  const app = await journey.open({ ...(await member(journey.stack, 'chenjianguo')), start: 'pages/me/index' })
  await press(app, '去实名')
  await arrivesAt(app, '实名认证')
  await fillIn(app, '姓名', '陈建国')
  await fillIn(app, '身份证号', person('chenjianguo').residentId)
  await pressTwice(app, '核对')
  await arrivesAt(app, '我的')
  expect(requestsTo(app, 'POST', '/v1/real-name')).toBe(1)
  expect(journey.stack.fakes.calls()['police/real-name/verify']).toBe(1)
})
