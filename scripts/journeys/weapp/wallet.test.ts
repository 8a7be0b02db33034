import { person } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import { nameOf } from '../../weapp-runner/view-layer/roles'
import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, press, sees } from './hands'
import { licencePage, listOf } from './licences'
import { verified, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const WALLET = licencePage('wallet')
const MINUTE = 60_000
const { residentId: NUMBER } = person('chenjianguo')

async function openWallet(key = 'chenjianguo'): Promise<WeappApp> {
  const app = await journey.open({ ...(await verified(journey.stack, key)), start: WALLET })
  await sees(app, /居民身份证/)
  return app
}

test('one tap from the first screen: those that end soon come first, then by group, numbers masked, missing ones explained', async () => {
  const app = await journey.open(await verified(journey.stack, 'chenjianguo'))
  await press(app, '我的证照', 'link')
  await sees(app, /居民身份证/)
  const groups = ['请留意', '身份', '出行', '社保医保', '家庭', '经营', '暂时没有的证照', '其他']
  const shown = app.findAllByRole('heading').map(nameOf)
  expect(shown.slice(1)).toEqual(groups.filter((group) => group !== '身份'))
  const attention = listOf(app, '请留意')
  expect(attention).toMatch(/居民身份证.*有效期至 2026年12月18日▲快到期普通护照.*有效期至 2027年1月22日▲快到期/)
  expect(attention).toContain('4302**********0019')
  expect(listOf(app, '出行')).toMatch(/机动车驾驶证.*有效.*机动车行驶证.*有效/)
  expect(app.text()).not.toContain(NUMBER)
  expect(listOf(app, '暂时没有的证照')).toMatch(/往来港澳通行证没有办过，或者还没有电子证照。○没有/)
  expect(JSON.stringify(app.storage())).not.toContain(NUMBER)
})

test('one licence: all that is on it, masked until tapped, and what is about it', async () => {
  const app = await openWallet()
  await press(app, /^居民身份证/, 'link')
  await arrivesAt(app, '证照')
  await sees(app, /快到期了，请尽早换证/)
  await sees(app, /姓名陈建国公民身份号码4302\*{10}0019/)
  await press(app, '显示公民身份号码')
  expect(listOf(app, '证照上的内容')).toContain(NUMBER)
  await press(app, '隐藏公民身份号码')
  expect(app.text()).not.toContain(NUMBER)
  expect(listOf(app, '这张证照')).toMatch(
    /状态▲快到期发证单位茶陵县公安局.*有效期至2026年12月18日电子证照编号1\.2\.156\.3005\.2\..*查询时间11月23日/,
  )
})

test('one that has run out says so, and is not offered to be shown', async () => {
  const app = await openWallet('lixiaohong')
  expect(listOf(app, '请留意')).toMatch(/机动车驾驶证.*已过期/)
  await press(app, /^机动车驾驶证/, 'link')
  await sees(app, /这张证照已经过期，不能出示/)
  expect(app.findAllByRole('button', { name: '出示这张证照' })).toEqual([])
})

test('while the network never answers, the kept copy is on the screen at once, without what is masked', async () => {
  const app = await openWallet()
  const request = () => ({ abort: () => undefined })
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: WALLET, apis: { request } })
  expect(later.text()).toMatch(/请留意居民身份证.*普通护照.*出行.*暂时没有的证照/)
  await press(later, /^居民身份证/, 'link')
  await sees(later, /手机上只留了一部分内容，联网后才能看全.*姓名陈\*国公民身份号码4302\*{10}0019/)
  expect(later.findAllByRole('button', { name: /^显示/ })).toEqual([])
})

test('without a network the copy says of when it is, and the network brings the newest', async () => {
  const app = await openWallet()
  journey.stack.clock.advance(60 * MINUTE)
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: 'pages/me/index' })
  later.setNetwork('none')
  await later.open(WALLET)
  await sees(later, /这是 11月23日 周一 上午8:\d\d 的结果，现在没有查到更新的/)
  expect(later.text()).toMatch(/居民身份证/)
  later.setNetwork('4g')
  await later.waitFor(() => !/现在没有查到更新的/.test(later.text()))
})

test('with the library down what it said before is shown with its time, and the others are as ever', async () => {
  const { stack } = journey
  const first = await openWallet()
  stack.clock.advance(2 * MINUTE)
  stack.fakes.setFault('licence_library', { mode: 'refuse' })
  const app = await journey.open({ ...visitor('chenjianguo'), storage: first.storage(), start: WALLET })
  await sees(app, /有的证照是以前的结果，现在没有查到更新的，出示前会再查一次/)
  expect(listOf(app, '请留意')).toMatch(/居民身份证.*11月23日 周一 上午8:\d\d 的结果/)
  expect(listOf(app, '社保医保')).toMatch(/医保电子凭证/)
})

test('with the library down from the start nobody is told that they have no ID card', async () => {
  const { stack } = journey
  const signedIn = await verified(stack, 'chenjianguo')
  stack.fakes.setFault('licence_library', { mode: 'refuse' })
  const app = await journey.open({ ...signedIn, start: WALLET })
  await sees(app, /医保电子凭证/)
  expect(listOf(app, '暂时没有的证照')).toMatch(/居民身份证.*请稍后再看。▲暂时查不到/)
  expect(listOf(app, '暂时没有的证照')).not.toMatch(/居民身份证没有办过/)
  stack.fakes.clearFaults()
  await journey.pass(MINUTE)
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: WALLET })
  await sees(later, /请留意.*居民身份证/)
})

test('in elder mode it is the second of the large doors, and a licence is shown from it', async () => {
  const app = await journey.open(await verified(journey.stack, 'wangxiuying'))
  await press(app, /^长辈版/, 'switch')
  await press(app, '我的证照', 'link')
  await sees(app, /身份居民身份证.*长期有效/)
  await press(app, /^居民身份证/, 'link')
  await press(app, '出示这张证照')
  await arrivesAt(app, '给对方看什么？')
  await sees(app, /证明我是谁/)
})
