import { instantAt } from '@one-visit/shared/appointments/rules'
import { PROBLEMS } from '@one-visit/shared/kernel/problem'
import { MandateScan } from '../../../bff/src/identity/mandate-scan.entity'
import { AuditRecord } from '../../../bff/src/platform/audit-record.entity'
import { verifyAudit } from '../../../bff/src/platform/audit-verify'
import { person, signInBySms } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import { openHall } from '../support/visits'
import { chooseDay, chooseHall, chooseTime } from './booking'
import { arrivesAt, fillIn, press, pressTwice, sees } from './hands'
import { chooseReason, listOf, scanWith, showChosen } from './licences'
import { prepareJourneys } from './phone'
import {
  acceptTask,
  ACTING_PAGE,
  beginActing,
  daughterOf,
  deskPage,
  keepsNothing,
  MOTHER,
  openTask,
  openTaskOf,
  proxyPage,
  seesStrip,
  tellActs,
  witness,
} from './proxy'
import { scan } from './scan'
import { clerk, staffPage } from './staff'

/** The Monday before the Mid-Autumn Festival, whose second day is open. */
const journey = prepareJourneys({ start: instantAt('2026-09-21', '08:15') }, openHall)
const HOLIDAY = '9月26日 周六'
const SECOND = 1000
/** Five people, one after the other. */
const LONG_MS = 120_000
const VOLUNTEER = '刘\\*强'

const staff = async (username: string): Promise<WeappApp> =>
  journey.open({ ...(await clerk(journey.stack, username)), start: staffPage('home') })

/** The clerk writes down why she has come, sees both ID cards, and prints the slip. Answers with the number on it. */
async function clerkServes(counter: WeappApp, volunteer: WeappApp): Promise<string> {
  const { stack } = journey
  await openTask(counter, 'wangxiuying', { day: '9月22日 周二' })
  await acceptTask(volunteer)
  await openTaskOf(counter)
  await witness(counter, {
    operations: ['book_visits', 'look_up_cases', 'show_licences'],
    groups: ['户籍和身份证'],
    licences: ['医保电子凭证'],
    days: '7',
  })
  expect(counter.report.ui.filter(({ api }) => api === 'chooseMedia')).toMatchObject([{ options: { sourceType: ['camera'] } }])
  const [kept] = await stack.database.read.find(MandateScan)
  expect(kept?.imageSealed).toMatch(/^v1\./)
  await press(counter, '看和打印委托单')
  await arrivesAt(counter, '委托单')
  await sees(counter, new RegExp(`谁委托的${MOTHER}谁来代办${VOLUNTEER} · 志愿者 · 下东街道便民服务中心`))
  await sees(counter, /预约、改约、取消到场办事：户籍和身份证.*查询办事进度.*出示电子证照：医保电子凭证.*当面核对/)
  await sees(counter, /微信里不能打印。请在电脑的浏览器里打开后打印/)
  const [, number = ''] = /委托编号(\d{4} \d{4} \d{2})/.exec(counter.text()) ?? []
  await sees(counter, new RegExp(`不想委托了，怎么办？打电话 12345，报委托编号 ${number} 和本人身份证后四位`))
  expect(await scan(counter)).toBe(`ONE-VISIT:M:${number.replaceAll(' ', '')}`)
  return number
}

/** The second day of the festival, at the hall. */
async function bookHoliday(volunteer: WeappApp): Promise<void> {
  await press(volunteer, /^预约办事/, 'link')
  await chooseHall(volunteer, '户籍和身份证')
  await chooseDay(volunteer, HOLIDAY)
  seesStrip(volunteer)
  await chooseTime(volunteer, '上午9:00')
  await arrivesAt(volunteer, '给谁预约？')
  await press(volunteer, new RegExp(`^给${MOTHER}预约`))
  await arrivesAt(volunteer, '请核对')
  seesStrip(volunteer)
  await pressTwice(volunteer, '确认预约')
  await arrivesAt(volunteer, '预约好了')
  await sees(volunteer, new RegExp(`${HOLIDAY} 上午9:00`))
  seesStrip(volunteer)
}

async function checkIdCard(volunteer: WeappApp): Promise<void> {
  await volunteer.open(ACTING_PAGE)
  await press(volunteer, /^身份证进度/, 'link')
  await sees(volunteer, /居民身份证丢失补领/)
  seesStrip(volunteer)
}

/** Her medical e-voucher, before the scanner of the hall. */
async function showVoucher(volunteer: WeappApp): Promise<void> {
  await volunteer.open(ACTING_PAGE)
  await press(volunteer, /^证照/, 'link')
  await press(volunteer, '出示证照')
  await press(volunteer, /^看病用/, 'link')
  await arrivesAt(volunteer, '请核对')
  await showChosen(volunteer)
  seesStrip(volunteer)
  const hall = await staff('clerk')
  await press(hall, /^查验证照和健康码/, 'link')
  await chooseReason(hall)
  await scanWith(hall, await scan(volunteer))
  await sees(hall, /查验通过/)
  expect(listOf(hall, '对方给您看的内容')).toMatch(/^证照医保电子凭证姓名王秀英/)
}

/** She rings the number on her slip. */
async function endByPhone(counter: WeappApp, number: string): Promise<void> {
  await counter.open(deskPage('end'))
  await press(counter, '打电话来', 'radio')
  await fillIn(counter, '委托编号', number)
  await fillIn(counter, '本人身份证后四位', '0023')
  await pressTwice(counter, '结束委托')
  await sees(counter, /委托已结束.*代办人现在起什么都不能办了.*本人打电话结束/)
}

const auditOf = async (of: { subject: string; event: string } | { mandateId: string }): Promise<string[]> => {
  const records = await journey.stack.database.read.find(AuditRecord, { where: of, order: { id: 'ASC' } })
  return records.map(({ event, data }) => `${event} ${data}`)
}

test(
  '王秀英, 78, has no smartphone: the whole of it, from her village centre to the call that ends it',
  async () => {
    const { stack } = journey
    const daughter = await journey.open({ ...(await daughterOf(stack)), start: 'pages/home/index' })
    const counter = await staff('township-clerk')
    const volunteer = await staff('volunteer')
    const number = await clerkServes(counter, volunteer)
    await journey.pass(16 * SECOND)
    await beginActing(volunteer)
    const { mandate } = volunteer.stored('one-visit:acting') as { mandate: string }

    await bookHoliday(volunteer)
    await checkIdCard(volunteer)
    await showVoucher(volunteer)
    await tellActs(stack)

    const sms = stack.fakes.smsSent(person('wangxiuying').phone).filter(({ template }) => template === 'acted_for')
    expect(sms.map(({ params }) => params['text'])).toEqual([
      expect.stringMatching(new RegExp(`^${VOLUNTEER}替您预约办事：\\d+月\\d+日 .*。结束委托请打`)),
      expect.stringMatching(/替您出示电子证照/),
    ])
    for (const { params } of sms) expect([...(params['text'] ?? '')].length).toBeLessThanOrEqual(60)
    await daughter.open('pages/messages/index')
    for (const act of ['预约办事', '查询办事进度', '出示电子证照'])
      await sees(daughter, new RegExp(`${VOLUNTEER}替${MOTHER}${act}`))
    await press(daughter, new RegExp(`${VOLUNTEER}替${MOTHER}预约办事`), 'link')
    await arrivesAt(daughter, '委托详情')
    await daughter.waitFor(() => /出示电子证照.*查询办事进度.*预约办事/.test(listOf(daughter, '办了什么')))

    await endByPhone(counter, number)
    await press(volunteer, /^停止出示/)
    await arrivesAt(volunteer, '代办已结束')
    await sees(volunteer, /本人已经结束这份委托.*没有办成，也没有改动任何内容/)
    await keepsNothing(volunteer)

    expect(await auditOf({ subject: mandate, event: 'mandate_ended' })).toEqual([expect.stringContaining('person_phone')])
    expect((await auditOf({ mandateId: mandate })).at(-1)).toMatch(/^acting_refused .*mandate_ended/)
    await stack.runJob('audit-seal')
    expect(await verifyAudit(stack.database.read, stack.clock)).toMatchObject({ ok: true })
    await daughter.open(`${proxyPage('mandate')}?id=${mandate}`)
    await sees(daughter, /怎么结束的本人打电话结束/)
    const refused = new RegExp(`^想停止出示证照，没有让办：${PROBLEMS.mandate_ended.title}`)
    await daughter.waitFor(() => refused.test(listOf(daughter, '办了什么')))

    const { token } = await signInBySms(stack, person('wangxiuying').phone)
    expect((await stack.call('GET /v1/licence-views', { token, query: {} })).items).toMatchObject([
      { kind: 'verified', type: 'medical_insurance', place: '茶陵县政务服务中心' },
      { kind: 'presented', type: 'medical_insurance', by: { kind: 'volunteer', name: '刘*强' } },
      { kind: 'volunteer_view', type: 'medical_insurance', by: { kind: 'volunteer', name: '刘*强' } },
    ])
  },
  LONG_MS,
)
