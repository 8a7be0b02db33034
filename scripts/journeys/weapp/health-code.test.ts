import { MONDAY_MORNING } from '../support/visits'
import { press, requestsTo, sees } from './hands'
import { CODE_PAGE, madeAt, seesFresh, seesOld } from './health-code'
import { giveRealName, signInByWechat, verified, visitor } from './people'
import { prepareJourneys } from './phone'
import { scan } from './scan'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const NAME = '陈\\*国'
const SECOND = 1000
const THIS_MORNING = /11月23日 周一 上午8:\d\d/
const CODE = ['GET', '/v1/health-codes/self'] as const
const RENEWAL = ['POST', '/v1/health-codes/self/token'] as const

const checkOf = (token: string) => journey.stack.call('POST /v1/health-code-checks', { body: { token } })

test('one tap from the first screen: colour, word, name, time, a code that is genuine, and why', async () => {
  const app = await journey.open(await verified(journey.stack, 'chenjianguo'))
  await press(app, '健康码', 'link')
  await seesFresh(app, NAME)
  expect(await checkOf(await scan(app))).toMatchObject({ colour: 'green', name: '陈*国' })
  for (const part of ['没有发现需要关注的情况', '最近的检测', '茶陵县人民医院', '阴性', '接种的疫苗', '行程卡'])
    expect(app.text()).toContain(part)
  const kept = JSON.stringify(app.storage())
  expect([kept.includes('health-codes'), kept.includes('OV1H')]).toEqual([true, false])
})

test('a newcomer signs in, gives the real name, and is back at the code', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await press(app, '健康码', 'link')
  await sees(app, /登录后能看您和家人的健康码/)
  await press(app, '去登录')
  await signInByWechat(app)
  await giveRealName(app, 'chenjianguo')
  await seesFresh(app, NAME)
  expect(app.stack.at(-1)).toBe(CODE_PAGE)
})

test('it renews itself while it is shown, a colour that has changed comes with it, and in the back nothing is asked', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: CODE_PAGE })
  await seesFresh(app, NAME)
  const first = { made: madeAt(app), token: await scan(app) }
  await journey.pass(46 * SECOND)
  await app.waitFor(() => madeAt(app) !== first.made)
  expect(requestsTo(app, ...RENEWAL)).toBe(1)
  const second = await scan(app)
  expect(second).not.toBe(first.token)

  stack.fakes.setHealthColour('chenjianguo', { colour: 'red', cause: '检测结果为阳性', until: null })
  await journey.pass(61 * SECOND)
  await sees(app, /红码 · 请勿外出.*检测结果为阳性/)
  await seesFresh(app, NAME, 'red')
  expect(await stack.refused('POST /v1/health-code-checks', { body: { token: first.token } })).toMatchObject({
    code: 'code_expired',
  })

  await app.open('pages/me/index')
  const asked = app.report.requests.length
  await journey.pass(100 * SECOND)
  expect(app.report.requests.slice(asked).filter(({ url }) => url.includes('health-codes'))).toEqual([])
})

test('a yellow code says so in words too, with its reason and its end', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'liuzhiqiang')), start: CODE_PAGE })
  await seesFresh(app, '刘\\*强', 'yellow')
  await sees(app, /三天内到过有疫情的地方，请做一次检测.*这个颜色到什么时候11月26日 周四/)
})

test('with the department down the code lives to its end and then is an old one with its time, until the department is back', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: CODE_PAGE })
  await seesFresh(app, NAME)
  stack.fakes.setFault('health', { mode: 'hang' })
  await journey.pass(61 * SECOND)
  await seesOld(app, THIS_MORNING)
  await sees(app, /卫健系统现在不能用，先看上次的结果/)
  await seesOld(app, THIS_MORNING)
  stack.fakes.clearFaults()
  await journey.pass(61 * SECOND)
  await seesFresh(app, NAME)
})

test('without a network the same, also when the app is opened anew, and back online it is fresh again', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: CODE_PAGE })
  await seesFresh(app, NAME)
  app.setNetwork('none')
  await seesFresh(app, NAME)
  await journey.pass(61 * SECOND)
  await seesOld(app, THIS_MORNING)

  journey.stack.clock.advance(26 * 3_600_000)
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: 'pages/me/index' })
  later.setNetwork('none')
  await later.open(CODE_PAGE)
  await seesOld(later, THIS_MORNING)
  await sees(later, /网络好了会自动更新/)
  later.setNetwork('4g')
  await seesFresh(later, NAME)
})

test('while the network never answers, the last copy is on the screen at once, and is an old one', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: CODE_PAGE })
  await seesFresh(app, NAME)
  const request = () => ({ abort: () => undefined })
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: CODE_PAGE, apis: { request } })
  expect(later.text()).toMatch(/旧的健康码，不能用来通行/)
  await seesOld(later, THIS_MORNING)
  expect(requestsTo(later, ...CODE)).toBe(0)
})

test('in elder mode it is the first of the large doors', async () => {
  const app = await journey.open(await verified(journey.stack, 'wangxiuying'))
  await press(app, /^长辈版/, 'switch')
  await press(app, '健康码', 'link')
  await seesFresh(app, '王\\*英')
  await press(app, '添加家人')
  await sees(app, /您还没有添加家人/)
})
