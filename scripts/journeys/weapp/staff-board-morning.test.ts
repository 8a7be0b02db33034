import { instantAt, VISIT_QR_PREFIX } from '@one-visit/shared/appointments/rules'
import { person } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import { bookAs, hallSlot, openHall, passTo, somebodyElse } from '../support/visits'
import { bookingPage, numberOn } from './booking'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { tokenOn, verified } from './people'
import { prepareJourneys } from './phone'
import { backToBoard, boardSays, clerk, enterVisit, HOUSEHOLD, openBoard, staffPage } from './staff'

const journey = prepareJourneys({ start: instantAt('2026-11-23', '08:45') }, openHall)
const TODAY = '2026-11-23'
const FIRST = '09:00–09:20'

const slotAtNine = () => hallSlot(journey.stack, { itemGroup: 'household', date: TODAY }, '09:00')

async function openVisit(app: WeappApp): Promise<void> {
  await press(app, new RegExp(`^${HOUSEHOLD}`), 'link')
  await arrivesAt(app, '预约详情')
}

/** A resident who comes at nine, with the page of the visit open. */
async function booked(): Promise<{ app: WeappApp; number: string }> {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: 'pages/me/index' })
  const { visit } = await bookAs(journey.stack, { id: '', token: tokenOn(app) }, (await slotAtNine()).id)
  await app.open(bookingPage('visits'))
  await openVisit(app)
  return { app, number: visit.number }
}

/** The resident turns back to the list and opens the visit again. */
async function lookAgain(app: WeappApp): Promise<void> {
  await app.back()
  await openVisit(app)
}

async function checkInBy(app: WeappApp, typed: string): Promise<void> {
  await arrivesAt(app, '签到')
  await fillIn(app, '预约号或身份证号', typed)
  await pressTwice(app, '签到')
  await sees(app, /签到成功/)
}

/** Calls whoever is next to window 2; the words name ticket and person. */
async function callsNext(app: WeappApp, words: RegExp): Promise<void> {
  await press(app, '叫下一位')
  await sees(app, words)
}

test('a whole morning at the counter: booked by phone, checked in, called, served, done, and one who did not come', async () => {
  const { stack } = journey
  const resident = await booked()
  const slot = (await slotAtNine()).id
  const absent = await bookAs(stack, await somebodyElse(stack), slot)
  const app = await journey.open({ ...(await clerk(stack)), start: staffPage('home') })

  await press(app, /^代为预约/, 'link')
  await enterVisit(app, { how: '电话预约', span: FIRST, ...person('wangxiuying') })
  const byPhone = numberOn(app)
  expect(byPhone).toMatch(/^\d{10}$/)

  await passTo(stack, TODAY, '09:01')
  await app.open(staffPage('check-in'))
  await arrivesAt(app, '签到')
  await press(app, '扫预约码')
  expect(requestsTo(app, 'POST', '/v1/staff/check-ins')).toBe(0)
  app.answers.scan = `${VISIT_QR_PREFIX}${resident.number}`
  await press(app, '扫预约码')
  await sees(app, /签到成功.*排队号 A001/)
  await press(app, '给下一位签到')
  await checkInBy(app, byPhone)
  await sees(app, /排队号 A002.*王\*英（长辈）/)
  expect(requestsTo(app, 'POST', '/v1/staff/check-ins')).toBe(2)

  await app.open(staffPage('enter'))
  await enterVisit(app, { how: '现场取号', span: '09:20–09:40', ...person('liuzhiqiang') })
  await sees(app, /排队号 A003/)
  await lookAgain(resident.app)
  await sees(resident.app, /已签到，等叫号排队号 A001/)

  await app.open(staffPage('queue'))
  await arrivesAt(app, '叫号')
  await press(app, HOUSEHOLD, 'radio')
  await sees(app, /3 人在等/)
  await press(app, '叫下一位')
  await sees(app, /请填写您的窗口号/)
  await fillIn(app, '我的窗口号', '2')
  await callsNext(app, /请 A002 到 2 号窗口王\*英（长辈）/)
  await press(app, '开始办理')
  await sees(app, /A002 正在办理/)
  await press(app, '办完了')
  await sees(app, /还没有叫人/)
  await callsNext(app, /请 A001 到 2 号窗口陈\*国/)
  await lookAgain(resident.app)
  await sees(resident.app, /请到 2 号窗口/)
  await press(app, '再叫一次')
  await press(app, '开始办理')
  await sees(app, /A001 正在办理/)
  await press(app, '办完了')
  await callsNext(app, /请 A003 到 2 号窗口刘\*强/)
  await press(app, '没有来')
  await sees(app, /还没有叫人/)
  await passTo(stack, TODAY, '09:21')
  await press(app, '叫下一位')
  await sees(app, /没有人在等.*有人签到后再叫号/)

  await app.open(`${staffPage('visit')}?office=hall&date=${TODAY}&slot=${slot}&visit=${absent.visit.id}`)
  await press(app, '没有来')
  await sees(app, /没有到场/)
  await openBoard(app)
  await boardSays(app, FIRST, '已约 3 .*签到 0 .*未到 1')
  await boardSays(app, '09:20–09:40', '已约 1 .*未到 1')
})

test('whoever is not expected is refused in plain words, and can take a number at once', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await clerk(stack)), start: staffPage('check-in') })
  await fillIn(app, '预约号或身份证号', '1234')
  await press(app, '签到')
  await sees(app, /请填写 10 位预约号或 18 位身份证号，或扫预约码/)
  await fillIn(app, '预约号或身份证号', person('liuzhiqiang').residentId)
  await press(app, '签到')
  await press(app, '现场取号')
  await passTo(stack, TODAY, '09:05')
  await enterVisit(app, { how: '现场取号', span: '09:20–09:40', ...person('liuzhiqiang') })
  await sees(app, /排队号 A001/)
  await backToBoard(app)
})

test('an elder checks in by ID card, and a second time gives the same number', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await clerk(stack)), start: staffPage('enter') })
  const { residentId } = person('wangxiuying')
  await enterVisit(app, { how: '电话预约', span: FIRST, ...person('wangxiuying') })
  await app.open(staffPage('check-in'))
  await checkInBy(app, residentId)
  await sees(app, /排队号 A001/)
  await press(app, '给下一位签到')
  await checkInBy(app, residentId.toLowerCase())
  await sees(app, /排队号 A001/)
})
