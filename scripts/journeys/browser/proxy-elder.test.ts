import { instantAt } from '@one-visit/shared/appointments/rules'
import { MandateScan } from '../../../bff/src/identity/mandate-scan.entity'
import { AuditRecord } from '../../../bff/src/platform/audit-record.entity'
import { person } from '../../../bff/test/people'
import {
  ACTING_PAGE,
  acceptTask,
  beginActing,
  isOver,
  MOTHER,
  openStaff,
  openTask,
  openTaskOf,
  seesStrip,
  witnessAtCounter,
} from '../support/acting'
import { chooseDay, chooseHall, chooseTime, confirm } from '../support/booking'
import { check, fieldsSeen, openClerk } from '../support/checking'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { deskPage, motherAndDaughter } from '../support/helping'
import { prepareJourneys } from '../support/journey'
import { showChosen } from '../support/licences'
import { scanScreen } from '../support/scan'
import { keptByToken } from '../support/sign-in'
import type { Visitor } from '../support/visitor'
import { openHall } from '../support/visits'

/** The Monday before the Mid-Autumn Festival, whose second day is open. */
const journey = prepareJourneys({ start: instantAt('2026-09-21', '08:15') })
const HOLIDAY = '9月26日 周六'
beforeAll(() => openHall(journey.stack))

/** Four people, one after the other. */
const LONG_MS = 300_000
const SCOPE = [['预约、改约、取消到场办事', '查询办事进度', '出示电子证照'], ['户籍和身份证'], ['医保电子凭证']]

/** The mother agreed to her daughter’s seeing her account on a phone that she has no more. */
async function openDaughter(): Promise<Visitor> {
  const { mother, daughter } = await motherAndDaughter(journey.stack)
  await journey.stack.call('DELETE /v1/session', { token: mother })
  return journey.visit({ kept: await keptByToken(journey.stack, daughter) })
}

/** The second day of the festival, at the hall. */
async function bookHoliday({ page }: Visitor): Promise<void> {
  await press(page, /^预约办事/, 'link')
  await arrivesAt(page, '您要办什么事？')
  await page.getByRole('link', { name: /^户籍和身份证/ }).waitFor()
  expect(await page.getByRole('link', { name: /^护照/ }).count()).toBe(0)
  await chooseHall(page, '户籍和身份证')
  await chooseDay(page, HOLIDAY)
  await chooseTime(page, '上午9:00')
  await arrivesAt(page, '给谁预约？')
  await seesStrip(page)
  await press(page, `给${MOTHER}预约`)
  await arrivesAt(page, '请核对')
  await confirm(page)
  await arrivesAt(page, '预约好了')
  await seesStrip(page)
}

/** Her medical e-voucher, until its code is on the screen. */
async function showVoucher({ page, open }: Visitor): Promise<void> {
  await open(ACTING_PAGE)
  await press(page, /^证照/, 'link')
  await arrivesAt(page, `${MOTHER}的证照`)
  await sees(page, '医保电子凭证')
  expect(await page.getByText('居民身份证').count()).toBe(0)
  await press(page, '出示证照')
  await press(page, /^看病用/, 'link')
  await arrivesAt(page, '请核对')
  await showChosen(page)
  await seesStrip(page)
}

/** The number of pages that come out of the printer. */
async function pagesOnPaper({ page }: Visitor): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test(
  '王秀英 has no smartphone: her village centre does it all, her daughter sees it, and a call ends it',
  async () => {
    const { stack } = journey
    const daughter = await openDaughter()
    const counter = await openStaff(journey, 'township-clerk', { width: 1280, height: 800 })
    const volunteer = await openStaff(journey, 'volunteer')
    await openTask(counter.page, 'wangxiuying', '9月22日 周二')
    await acceptTask(volunteer)
    await openTaskOf(counter)
    await witnessAtCounter(counter.page, SCOPE)
    const [scan] = await stack.database.read.find(MandateScan)
    expect(scan?.imageSealed).toMatch(/^v1\./)

    // The slip: one page, read by a scanner from the paper.
    await press(counter.page, '看和打印委托单')
    await arrivesAt(counter.page, '委托单')
    await sees(counter.page, /^打电话 12345，报委托编号 \d{4} \d{4} \d{2} 和本人身份证后四位/)
    const number = await counter.page
      .getByText(/^\d{4} \d{4} \d{2}$/)
      .filter({ visible: true })
      .first()
      .innerText()
    expect(await pagesOnPaper(counter)).toBe(1)
    await counter.page.emulateMedia({ media: 'print' })
    expect((await scanScreen(counter.page)).text).toBe(`ONE-VISIT:M:${number.replaceAll(' ', '')}`)
    expect(await counter.page.getByRole('button', { name: /返回|打印/ }).count()).toBe(0)
    await counter.page.emulateMedia({ media: 'screen' })

    await openTaskOf(volunteer)
    await beginActing(volunteer.page)
    await bookHoliday(volunteer)
    await volunteer.open(ACTING_PAGE)
    await press(volunteer.page, /^身份证进度/, 'link')
    await sees(volunteer.page, /居民身份证/)
    await seesStrip(volunteer.page)

    const hall = await openClerk(journey)
    await showVoucher(volunteer)
    await check(hall.page, (await scanScreen(volunteer.page)).text)
    expect(await fieldsSeen(hall.page)).toMatchObject({ 证照: '医保电子凭证', 姓名: '王秀英' })

    await stack.runJob('acts-to-tell')
    await stack.runJob('outbox')
    const told = stack.fakes.smsSent(person('wangxiuying').phone).filter(({ template }) => template === 'acted_for')
    expect(told.map(({ params }) => params['text'])).toEqual([
      expect.stringMatching(new RegExp(`^刘\\*强替您预约办事：${HOLIDAY} 上午9:00，.*。结束委托请打`)),
      expect.stringMatching(/替您出示电子证照/),
    ])
    await daughter.open('/pages/messages/index')
    for (const act of ['查询办事进度', '出示电子证照']) await sees(daughter.page, new RegExp(`刘\\*强替王\\*英${act}`))
    await press(daughter.page, /刘\*强替王\*英预约办事/, 'link')
    await arrivesAt(daughter.page, '委托详情')
    const acts = daughter.page.getByRole('list', { name: '办了什么' })
    for (const act of ['预约办事', '出示电子证照', '查询办事进度']) await acts.getByText(act).first().waitFor()

    await counter.open(deskPage('end'))
    await press(counter.page, '打电话来', 'radio')
    await fillIn(counter.page, '委托编号', number)
    await fillIn(counter.page, '本人身份证后四位', '1234')
    await press(counter.page, '结束委托')
    await sees(counter.page, '没有这份委托')
    await fillIn(counter.page, '本人身份证后四位', '0023')
    await press(counter.page, '结束委托')
    await sees(counter.page, '代办人现在起什么都不能办了。')

    await press(volunteer.page, /^停止出示/)
    await isOver(volunteer.page, '本人已经结束这份委托，或者这件事已经办完。')
    const mandateId = scan?.mandateId ?? ''
    const records = await stack.database.read.find(AuditRecord, { where: { mandateId }, order: { id: 'ASC' } })
    expect(records.at(-1)).toMatchObject({ event: 'acting_refused', data: expect.stringContaining('mandate_ended') })
    await daughter.open(`/features/proxy/pages/mandates/index`)
    await sees(daughter.page, '现在没有人能替您办事')
  },
  LONG_MS,
)
