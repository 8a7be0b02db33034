import { person, signInBySms } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { chooseDay, chooseHall, chooseTime } from './booking'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { licencePage, showChosen } from './licences'
import { keptBy, visitor } from './people'
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
  seesStrip,
  witness,
  type Terms,
} from './proxy'
import { clerk, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const SECOND = 1000
const TERMS: Terms = {
  operations: ['book_visits', 'look_up_cases', 'show_licences'],
  groups: ['户籍和身份证'],
  licences: ['医保电子凭证'],
  days: '7',
}

const staff = async (username: string): Promise<WeappApp> =>
  journey.open({ ...(await clerk(journey.stack, username)), start: staffPage('home') })

/** At the centre of her township: the task is the volunteer's, the mandate is witnessed, the volunteer acts. */
async function atTheCentre(): Promise<{ counter: WeappApp; volunteer: WeappApp }> {
  const counter = await staff('township-clerk')
  const volunteer = await staff('volunteer')
  await openTask(counter, 'wangxiuying')
  await acceptTask(volunteer)
  await openTaskOf(counter)
  await witness(counter, TERMS)
  await journey.pass(16 * SECOND)
  await beginActing(volunteer)
  return { counter, volunteer }
}

/** A Saturday at the hall, for losing an ID card. */
async function bookHoliday(volunteer: WeappApp): Promise<void> {
  await press(volunteer, /^预约办事/, 'link')
  await arrivesAt(volunteer, '您要办什么事？')
  seesStrip(volunteer)
  await sees(volunteer, /户籍和身份证/)
  expect(volunteer.text()).not.toMatch(/护照和港澳通行证/)
  await chooseHall(volunteer, '户籍和身份证')
  seesStrip(volunteer)
  await chooseDay(volunteer, '11月28日 周六')
  seesStrip(volunteer)
  await chooseTime(volunteer, '上午9:00')
  await arrivesAt(volunteer, '给谁预约？')
  seesStrip(volunteer)
  await press(volunteer, new RegExp(`^给${MOTHER}预约`))
  await arrivesAt(volunteer, '请核对')
  seesStrip(volunteer)
  await pressTwice(volunteer, '确认预约')
  await arrivesAt(volunteer, '预约好了')
  seesStrip(volunteer)
  expect(requestsTo(volunteer, 'POST', '/v1/appointments')).toBe(1)
}

/** Her medical e-voucher, until its code is on the screen. */
async function showVoucher(volunteer: WeappApp): Promise<void> {
  await volunteer.open(ACTING_PAGE)
  await press(volunteer, /^证照/, 'link')
  await arrivesAt(volunteer, new RegExp(`^${MOTHER}的证照`))
  seesStrip(volunteer)
  await sees(volunteer, /医保电子凭证/)
  expect(volunteer.text()).not.toMatch(/居民身份证/)
  await press(volunteer, '出示证照')
  await press(volunteer, /^看病用/, 'link')
  await arrivesAt(volunteer, '请核对')
  seesStrip(volunteer)
  await showChosen(volunteer)
  seesStrip(volunteer)
}

test('one tap ends acting: the volunteer is back at work, with nothing of hers on the phone', async () => {
  const { volunteer } = await atTheCentre()
  await press(volunteer, /^身份证进度/, 'link')
  await sees(volunteer, /居民身份证/)
  await press(volunteer, '结束代办')
  await arrivesAt(volunteer, '工作台')
  await keepsNothing(volunteer)
  await journey.pass(16 * SECOND)
  await arrivesAt(volunteer, '工作台')
})

test('she rings up: the very next tap of the volunteer is refused, nothing of hers stays, and the task can be finished', async () => {
  const { counter, volunteer } = await atTheCentre()
  await bookHoliday(volunteer)
  await press(counter, '看和打印委托单')
  await arrivesAt(counter, '委托单')
  await sees(counter, /委托编号/)
  const [, number = ''] = /委托编号(\d{4} \d{4} \d{2})/.exec(counter.text()) ?? []
  await counter.open(deskPage('end'))
  await press(counter, '打电话来', 'radio')
  await fillIn(counter, '委托编号', number)
  await fillIn(counter, '本人身份证后四位', '1234')
  await press(counter, '结束委托')
  await sees(counter, /没有这份委托/)
  await fillIn(counter, '本人身份证后四位', '0023')
  await pressTwice(counter, '结束委托')
  await sees(counter, /委托已结束.*代办人现在起什么都不能办了.*本人打电话结束/)

  await volunteer.open(ACTING_PAGE)
  await press(volunteer, /^身份证进度/, 'link')
  await arrivesAt(volunteer, '代办已结束')
  await sees(volunteer, /本人已经结束这份委托.*没有办成，也没有改动任何内容/)
  await keepsNothing(volunteer)
  await press(volunteer, '回到工作首页')
  await openTaskOf(volunteer)
  await press(volunteer, /^办完了/, 'link')
  await fillIn(volunteer, '办得怎么样？', '约好了周六上午')
  await fillIn(volunteer, '用了多少分钟？', '30')
  await pressTwice(volunteer, '办完了')
  await sees(volunteer, /已记下，办完了/)
})

test('when she has a phone one day, her own log says who showed what', async () => {
  const { stack } = journey
  await daughterOf(stack)
  const { volunteer } = await atTheCentre()
  await showVoucher(volunteer)
  const mother = await journey.open({
    ...visitor('wangxiuying'),
    storage: keptBy(await signInBySms(stack, person('wangxiuying').phone)),
    start: licencePage('views'),
  })
  await sees(mother, /由志愿者刘\*强出示：医保电子凭证/)
})
