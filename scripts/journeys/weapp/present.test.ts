import { person } from '../../../bff/test/people'
import { signInStaff } from '../../../bff/test/staff'
import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { choosePreset, holder, licencePage, listOf, presentations, showChosen, showPreset, typedCode } from './licences'
import { tokenOn, verified } from './people'
import { prepareJourneys } from './phone'
import { scan, showsQr } from './scan'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const PRESENT = licencePage('present')
const SECOND = 1000
const OVER_18 = '证明已满 18 岁'

const secondsLeft = (app: WeappApp): number => Number(/还有 (\d+) 秒/.exec(app.text())?.[1])
const shownOn = async (app: WeappApp) =>
  (await journey.stack.call('GET /v1/licence-views', { token: tokenOn(app), query: {} })).items

/** What staff at the hall would be told of that code. */
async function refusedCode(code: string): Promise<string> {
  const { token } = await signInStaff(journey.stack)
  const body = { code, purpose: '窗口办理' }
  return (await journey.stack.refused('POST /v1/verifications', { token, body })).code
}

test('"prove my age": what will be seen is checked first, the person confirms, and two taps are one code', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: licencePage('wallet') })
  await press(app, '出示证照')
  await choosePreset(app, OVER_18)
  expect(listOf(app, '对方会看到')).toBe('证照居民身份证姓名陈建国已满 18 岁是')
  await sees(app, /这张证照上的其他 \d+ 项，对方看不到/)
  await press(app, '出示 60 秒')
  await arrivesAt(app, '确认是您本人')
  const code = await stack.smsCodeAfter(person('chenjianguo').phone, () => press(app, '获取验证码'))
  await fillIn(app, '验证码', code)
  await press(app, '确认')
  await arrivesAt(app, '请核对')
  await sees(app, /15 分钟内只用确认一次.*再点“出示 60 秒”/)
  await pressTwice(app, '出示 60 秒')
  await arrivesAt(app, '出示证照')
  expect(presentations(app)).toBe(2)
  expect(await shownOn(app)).toMatchObject([{ kind: 'presented', type: 'id_card', place: null }])

  expect(await scan(app)).toMatch(/^OV1P:/)
  expect(app.getByRole('img', { name: '居民身份证的出示码' })).toBeDefined()
  expect(await typedCode(app)).toMatch(/^\w{5} \w{5}$/)
  const before = secondsLeft(app)
  await journey.pass(10 * SECOND)
  await app.waitFor(() => secondsLeft(app) <= before - 10)
  expect(app.stack.join()).not.toContain('OV1')
  expect(JSON.stringify(app.storage())).not.toContain('OV1')
})

test('it ends after a minute, says so before, and only a tap makes another', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await holder(stack, 'chenjianguo')), start: PRESENT })
  await choosePreset(app, OVER_18)
  await showChosen(app)
  const first = await scan(app)
  await journey.pass(46 * SECOND)
  await sees(app, /快到时间了。还要出示，请点“再出示 60 秒”/)
  await journey.pass(15 * SECOND)
  await sees(app, /已到 60 秒，这个码不能用了/)
  expect(showsQr(app)).toBe(false)
  await journey.pass(120 * SECOND)
  expect([showsQr(app), presentations(app)]).toEqual([false, 1])
  await pressTwice(app, '再出示 60 秒')
  await sees(app, /还有 \d+ 秒/)
  expect(presentations(app)).toBe(2)
  expect(await scan(app)).not.toBe(first)
})

test('"stop" takes it off at once, and the code is worth nothing any more', async () => {
  const app = await journey.open({ ...(await holder(journey.stack, 'chenjianguo')), start: PRESENT })
  await choosePreset(app, OVER_18)
  await showChosen(app)
  const code = await scan(app)
  await press(app, '停止出示')
  await sees(app, /已停止出示这个码已经不能用了/)
  expect(showsQr(app)).toBe(false)
  expect(await refusedCode(code)).toBe('code_expired')
})

test('without a network "stop" takes it off too, and says how long the code may live; nothing new can be shown', async () => {
  const app = await journey.open({ ...(await holder(journey.stack, 'chenjianguo')), start: PRESENT })
  await choosePreset(app, OVER_18)
  await showChosen(app)
  app.setNetwork('none')
  await press(app, '停止出示')
  await sees(app, /手机上已经不显示了。没有通知到系统，这个码最多 60 秒后自动不能用/)
  expect(showsQr(app)).toBe(false)
  await app.back()
  await sees(app, /现在没有网络，出示不了/)
  await press(app, '出示 60 秒')
  await sees(app, /现在没有网络.*内容没有丢失/)
  app.setNetwork('4g')
  await press(app, '再试一次')
  await arrivesAt(app, '出示证照')
  await scan(app)
})

test('when the answer was lost on its way, another try shows the code that was made, and makes no second', async () => {
  const app = await journey.open({ ...(await holder(journey.stack, 'chenjianguo')), start: PRESENT })
  await choosePreset(app, OVER_18)
  app.loseReplies(true)
  await press(app, '出示 60 秒')
  await app.waitFor(() => app.getByRole('button', { name: '再试一次' }))
  app.loseReplies(false)
  await press(app, '再试一次')
  await arrivesAt(app, '出示证照')
  expect(await shownOn(app)).toHaveLength(1)
})

test('one’s own choice of fields, at least one', async () => {
  const app = await journey.open({ ...(await holder(journey.stack, 'chenjianguo')), start: PRESENT })
  await press(app, /^机动车驾驶证/, 'link')
  await arrivesAt(app, '选要给对方看的内容')
  await press(app, '下一步')
  await sees(app, /请至少选一项/)
  for (const name of [/^准驾车型/, /^姓名/]) await app.tap(app.getByRole('checkbox', { name }))
  await press(app, '下一步')
  await arrivesAt(app, '请核对')
  expect(listOf(app, '对方会看到')).toBe('证照机动车驾驶证姓名陈建国准驾车型C1')
  await showChosen(app)
  await scan(app)
})

test('a licence that the library has cancelled stops at once, and one that nobody vouches for is not shown', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await holder(stack, 'chenjianguo')), start: PRESENT })
  await choosePreset(app, '查驾驶证')
  stack.fakes.setFault('licence_library', { mode: 'refuse' })
  await press(app, '出示 60 秒')
  await sees(app, /打电话问：12345/)
  expect(showsQr(app)).toBe(false)
  stack.fakes.clearFaults()
  await press(app, '再试一次')
  await arrivesAt(app, '出示证照')
  const code = await scan(app)
  expect(stack.fakes.cancelLicence(stack.fakes.licenceIdsOf('chenjianguo')['中华人民共和国机动车驾驶证'] ?? '')).toBe(true)
  expect(await refusedCode(code)).toBe('licence_revoked')
  await journey.pass(61 * SECOND)
  await press(app, '再出示 60 秒')
  await sees(app, /这张证照已经注销/)
  expect(showsQr(app)).toBe(false)
  await press(app, '看我的证照')
  await sees(app, /请留意.*机动车驾驶证.*已注销/)
})

test('in elder mode the same, with the code, the seconds and the typed code', async () => {
  const app = await journey.open(await holder(journey.stack, 'wangxiuying'))
  await press(app, /^长辈版/, 'switch')
  await showPreset(app, '看病用')
  expect(await scan(app)).toMatch(/^OV1P:/)
  await typedCode(app)
  await press(app, '停止出示')
  await sees(app, /已停止出示/)
  expect(requestsTo(app, 'POST', '/v1/presentations')).toBe(1)
})
