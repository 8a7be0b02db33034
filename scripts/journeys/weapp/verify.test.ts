import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING } from '../support/visits'
import { press, pressTwice, requestsTo, sees } from './hands'
import { CODE_PAGE, seesFresh } from './health-code'
import { chooseReason, holder, licencePage, listOf, scanWith, showPreset, typedCode, typeInto } from './licences'
import { verified } from './people'
import { prepareJourneys } from './phone'
import { scan } from './scan'
import { clerk, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const SECOND = 1000
const SEEN = '对方给您看的内容'
const OVER_18 = '证明已满 18 岁'

const opensHolder = async (key = 'chenjianguo'): Promise<WeappApp> =>
  journey.open({ ...(await holder(journey.stack, key)), start: licencePage('wallet') })

/** The phone of somebody of the staff who has said why, and waits for the code. */
async function opensStaff(username?: string): Promise<WeappApp> {
  const staff = await journey.open({ ...(await clerk(journey.stack, username)), start: staffPage('home') })
  await press(staff, /^查验证照和健康码/, 'link')
  await chooseReason(staff)
  return staff
}

test('scanned by a clerk: only what was chosen; the same code a second time is refused', async () => {
  const app = await opensHolder()
  const staff = await opensStaff()
  await showPreset(app, OVER_18)
  const code = await scan(app)
  await scanWith(staff, code)
  await sees(staff, /查验通过/)
  expect(listOf(staff, SEEN)).toBe('证照居民身份证姓名陈建国已满 18 岁是')
  expect(listOf(staff, '怎么核对的')).toMatch(/发证部门茶陵县公安局.*联网出示/)
  expect(staff.text()).not.toMatch(/430224|解放路/)
  await press(staff, '查验下一个')
  await scanWith(staff, code)
  await sees(staff, /这个码已经查验过一次.*请对方在手机上点“再出示 60 秒”/)
  const other = await opensStaff('township-clerk')
  await scanWith(other, code)
  await sees(other, /这个码已经查验过一次/)
  expect(JSON.stringify(staff.storage())).not.toMatch(/陈建国|OV1P/)
})

test('typed where nothing can be scanned, as it is read out; two taps are one check', async () => {
  const app = await opensHolder()
  const staff = await opensStaff()
  await showPreset(app, '查驾驶证')
  await typeInto(staff, '123')
  await sees(staff, /请填写 10 位出示码，或扫对方手机上的码/)
  const code = await typedCode(app)
  await typeInto(staff, 'ZZZZZ ZZZZZ')
  await sees(staff, /没有这个出示码.*请核对 10 位出示码/)
  await staff.input(staff.getByRole('textbox', { name: '10 位出示码' }), code.toLowerCase())
  await pressTwice(staff, '查验')
  await sees(staff, /查验通过/)
  expect(listOf(staff, SEEN)).toMatch(/^证照机动车驾驶证姓名陈建国证号430224198507120019准驾车型C1有效期至2032年11月\d+日$/)
  expect(requestsTo(staff, 'POST', '/v1/verifications')).toBe(2)
})

test('what was seen is put away after a minute', async () => {
  const app = await opensHolder()
  const staff = await opensStaff()
  await showPreset(app, OVER_18)
  await scanWith(staff, await scan(app))
  await sees(staff, /查验通过/)
  await journey.pass(46 * SECOND)
  await sees(staff, /就要收起了/)
  await press(staff, '再看 60 秒')
  await journey.pass(30 * SECOND)
  await sees(staff, /陈建国/)
  await journey.pass(31 * SECOND)
  await sees(staff, /内容已收起，不留在这台设备上/)
  expect(staff.text()).not.toMatch(/陈建国/)
})

test('an ended code, a stopped one, an altered one and somebody else’s QR are refused, each with what to do', async () => {
  const app = await opensHolder()
  const staff = await opensStaff()
  await showPreset(app, OVER_18)
  const ended = await scan(app)
  await journey.pass(61 * SECOND)
  await scanWith(staff, ended)
  await sees(staff, /这个码已经过期.*请对方在手机上点“再出示 60 秒”/)
  await press(app, '再出示 60 秒')
  const stopped = await scan(app)
  await press(app, '停止出示')
  await scanWith(staff, stopped)
  await sees(staff, /这个码已经过期/)
  await scanWith(staff, `${stopped.slice(0, -1)}${stopped.endsWith('A') ? 'B' : 'A'}`)
  await sees(staff, /没有这个出示码/)
  const asked = requestsTo(staff, 'POST', '/v1/verifications')
  await scanWith(staff, 'https://example.com/?q=1')
  await sees(staff, /请填写 10 位出示码，或扫对方手机上的码/)
  expect(requestsTo(staff, 'POST', '/v1/verifications')).toBe(asked)
})

test('a licence that was cancelled while it is shown is refused', async () => {
  const { fakes } = journey.stack
  const app = await opensHolder()
  const staff = await opensStaff()
  await showPreset(app, '查驾驶证')
  fakes.cancelLicence(fakes.licenceIdsOf('chenjianguo')['中华人民共和国机动车驾驶证'] ?? '')
  await scanWith(staff, await scan(app))
  await sees(staff, /这张证照已经注销，不能采信/)
})

test('when the answer was lost on its way, another try gives the same check and not "used"', async () => {
  const app = await opensHolder()
  const staff = await opensStaff()
  await showPreset(app, OVER_18)
  staff.loseReplies(true)
  await scanWith(staff, await scan(app))
  await staff.waitFor(() => staff.getByRole('button', { name: '再试一次' }))
  staff.loseReplies(false)
  await press(staff, '再试一次')
  await sees(staff, /查验通过/)
})

test('a volunteer checks too, in elder mode as well, and a health code in the same place', async () => {
  const volunteer = await journey.open({ ...(await clerk(journey.stack, 'volunteer')), start: 'pages/me/index' })
  await press(volunteer, /^长辈版/, 'switch')
  await volunteer.open(staffPage('home'))
  expect(volunteer.findAllByRole('link', { name: /^预约看板/ })).toEqual([])
  await press(volunteer, /^查验证照和健康码/, 'link')
  await chooseReason(volunteer, '代办服务核对身份')
  const app = await opensHolder('wangxiuying')
  await showPreset(app, '看病用')
  await scanWith(volunteer, await scan(app))
  await sees(volunteer, /查验通过/)
  expect(listOf(volunteer, SEEN)).toMatch(/^证照医保电子凭证姓名王秀英医保编号\w+参保地湖南省株洲市茶陵县$/)

  await app.open(CODE_PAGE)
  await seesFresh(app, '王\\*英')
  await press(volunteer, '查验下一个')
  await scanWith(volunteer, await scan(app))
  await sees(volunteer, /健康码是真的.*绿码 · 可以通行王\*英生成时间 \d+:\d\d:\d\d/)
})

test('who is not of the staff is told so, and nothing is sent', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: staffPage('verify') })
  await sees(app, /您还没有以工作人员身份登录/)
  expect(requestsTo(app, 'POST', '/v1/verifications')).toBe(0)
})
