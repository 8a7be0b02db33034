import { familyHand, giveMandate, volunteerHand, type Hand } from '../../../bff/test/mandates'
import { DEMO_PASSWORD } from '../../../bff/src/seed-demo'
import type { MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import type { WeappApp } from '../../weapp-runner'
import { staffCode } from '../support/sign-in'
import { bookAs, hallSlot, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'
import { arrivesAt, fillIn, press, sees } from './hands'
import { verified, visitor } from './people'
import { inHand } from './every-page/proxy-scenes'
import { prepareJourneys } from './phone'
import { ACTING_PAGE, actingOn, keepsNothing, proxyPage } from './proxy'
import { clerk } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const MINUTE = 60_000
const VISITS = [{ operation: 'book_visits', items: ['household'] }] as const
const ID_CARD = 'features/progress/pages/id-card/index'

/** The phone of a volunteer who acts, or says so, under that mandate. */
async function actsUnder(mandate: string, operations?: readonly MandateOperation[]): Promise<WeappApp> {
  const volunteer = await clerk(journey.stack, 'volunteer')
  return journey.open({
    ...volunteer,
    storage: { ...volunteer.storage, ...actingOn(mandate, operations) },
    start: ACTING_PAGE,
  })
}

/** What the person reads about it on their own phone. */
async function readsActs(key: string, mandate: string): Promise<WeappApp> {
  const app = await journey.open({ ...(await verified(journey.stack, key)), start: 'pages/home/index' })
  await app.open(`${proxyPage('mandate')}?id=${mandate}`)
  await sees(app, /办了什么/)
  return app
}

async function given(to: Hand, lasts?: number): Promise<string> {
  return giveMandate(journey.stack, 'wangxiuying', { to, scope: VISITS, ...(lasts === undefined ? {} : { lasts }) })
}

describe('a volunteer who tries', () => {
  test('more than the mandate names is told so on each page, and the person reads of it', async () => {
    const { stack } = journey
    const hand = await volunteerHand(stack)
    const mandate = await given(hand)
    const app = await actsUnder(mandate)
    for (const page of [ID_CARD, 'features/licences/pages/wallet/index', 'features/health-code/pages/code/index']) {
      await app.open(page)
      await sees(app, /委托里没有这一项.*要增加，请本人重新委托/)
      expect(app.text()).not.toMatch(/430224194803120023|可以通行/)
      await app.back()
    }
    const slot = await hallSlot(stack, { itemGroup: 'general', date: '2026-11-24' }, '10:00')
    const as = { token: hand.token, mandate }
    expect(await stack.refused('POST /v1/appointments', { ...as, body: { slotId: slot.id } })).toMatchObject({
      status: 403,
      code: 'mandate_scope',
    })
    const own = await readsActs('wangxiuying', mandate)
    await sees(own, /想预约办事，没有让办：委托里没有这一项.*想查询办事进度，没有让办/)
    await sees(own, /想查看电子证照，没有让办.*想查询办事进度/)
  })

  test('after the last moment is told that it has ended, and nothing of the person stays', async () => {
    const mandate = await given(await volunteerHand(journey.stack), 10 * MINUTE)
    const app = await actsUnder(mandate, ['book_visits'])
    await journey.pass(9 * MINUTE)
    await press(app, /^看他的预约/, 'link')
    await sees(app, /您正在为 王\*英 办理/)
    await app.back()
    await journey.pass(2 * MINUTE)
    await press(app, /^看他的预约/, 'link')
    await arrivesAt(app, '代办已结束')
    await sees(app, /这份委托已经到期/)
    await keepsNothing(app)
    await sees(await readsActs('wangxiuying', mandate), /已到期.*没有让办：这份委托已经到期/)
  })

  test('with the mandate of another elder, given to somebody else, is told that there is none; the elder reads of it', async () => {
    const { stack } = journey
    const mandate = await giveMandate(stack, 'chenjianguo', { to: await familyHand(stack) })
    const app = await actsUnder(mandate)
    await press(app, /^身份证进度/, 'link')
    await arrivesAt(app, '代办已结束')
    await sees(app, /没有找到这份委托/)
    await keepsNothing(app)
    await sees(await readsActs('chenjianguo', mandate), /想查询办事进度，没有让办：没有这份委托/)
  })

  test('for another elder with a mandate that is in order finds nothing of theirs, and moves nothing', async () => {
    const { stack } = journey
    const slot = await hallSlot(stack, { itemGroup: 'household', date: '2026-11-24' }, '10:00')
    const { visit } = await bookAs(stack, await somebodyElse(stack), slot.id)
    const hand = await volunteerHand(stack)
    const as = { token: hand.token, mandate: await given(hand), params: { id: visit.id } }
    expect(await stack.refused('GET /v1/appointments/:id', as)).toMatchObject({ code: 'not_found' })
    expect(await stack.refused('POST /v1/appointments/:id/cancellation', as)).toMatchObject({ code: 'not_found' })
    const app = await actsUnder(as.mandate)
    await app.open(`features/appointments/pages/visit/index?id=${visit.id}`)
    await sees(app, /没有找到这个预约/)
  })

  test('after the task is done opens nothing more, and the person reads that it was tried', async () => {
    const { stack } = journey
    const { task, mandate, volunteer: token } = await inHand(stack)
    const app = await actsUnder(mandate)
    await press(app, /^身份证进度/, 'link')
    await sees(app, /居民身份证/)
    const body = { outcome: '办好了', minutes: 20 }
    await stack.call('POST /v1/staff/tasks/:id/finish', { token, params: { id: task }, body })
    await app.back()
    await press(app, /^证照/, 'link')
    await arrivesAt(app, '代办已结束')
    await sees(app, /这件事已经办完/)
    await keepsNothing(app)
    await sees(await readsActs('wangxiuying', mandate), /想查看电子证照，没有让办/)
  })

  test('with an id that was made up is told the same', async () => {
    const app = await actsUnder('019a0000-0000-7000-8000-0000000000e1')
    await press(app, /^身份证进度/, 'link')
    await arrivesAt(app, '代办已结束')
    await sees(app, /没有找到这份委托/)
  })
})

describe('on a second device', () => {
  test('what the first one keeps opens nothing: the volunteer must sign in, and a code that was used is refused', async () => {
    const { stack } = journey
    const mandate = await giveMandate(stack, 'wangxiuying', { to: await volunteerHand(stack) })
    const first = await actsUnder(mandate)
    await press(first, /^身份证进度/, 'link')
    await sees(first, /居民身份证/)
    const { storage, hasConsented } = visitor('liuzhiqiang')
    const copied = { ...storage, 'one-visit:acting': first.stored('one-visit:acting') }
    const second = await journey.open({ hasConsented, storage: copied, start: ACTING_PAGE })
    await press(second, /^身份证进度/, 'link')
    await arrivesAt(second, '工作人员登录')
    await fillIn(second, '账号', 'volunteer')
    await fillIn(second, '密码', DEMO_PASSWORD)
    await fillIn(second, '动态码', staffCode(stack))
    await press(second, '登录')
    await sees(second, /账号、密码或动态码不对/)
    expect(second.text()).not.toMatch(/居民身份证/)
  })

  test('somebody else with the id of the mandate is told that there is none', async () => {
    const { stack } = journey
    const mandate = await giveMandate(stack, 'wangxiuying', { to: await volunteerHand(stack) })
    const other = await verified(stack, 'chenjianguo')
    const acting = { ...actingOn(mandate)['one-visit:acting'], by: 'resident' }
    const app = await journey.open({ ...other, storage: { ...other.storage, 'one-visit:acting': acting }, start: ACTING_PAGE })
    await press(app, /^身份证进度/, 'link')
    await arrivesAt(app, '代办已结束')
    await sees(app, /没有找到这份委托/)
    await keepsNothing(app)
    await sees(await readsActs('wangxiuying', mandate), /想查询办事进度，没有让办：没有这份委托/)
  })
})
