import { otherCode } from '../../../bff/src/features/proxy/mandates/testing/mandate-calls'
import { acceptTask, forSomebody, registerAndSignIn } from '../../../bff/src/features/proxy/tasks/testing/task-calls'
import { person } from '../../../bff/test/people'
import { signInStaff } from '../../../bff/test/staff'
import { ACTING_PAGE, isOver, openStaff } from '../support/acting'
import { signInAsStaff, staffPage } from '../support/counter'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { actUnder, deskPage, helpFor, takenTask, witness, type Taken } from '../support/helping'
import { prepareJourneys } from '../support/journey'
import { keptByVerified } from '../support/sign-in'
import { waitFor } from '../support/stack'
import type { Visitor } from '../support/visitor'
import { MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const ID_CARD = '/features/progress/pages/id-card/index'
const WALLET = '/features/licences/pages/wallet/index'
const LOOK_UP = [{ operation: 'look_up_cases' as const, items: null }]
const HOUR = 3_600_000
const UNKNOWN = '没有找到这份委托。'

/** The volunteer's window while they act under a mandate to look up cases. */
async function openActing() {
  const { stack } = journey
  const taken = await takenTask(stack)
  const mandate = await witness(stack, taken, LOOK_UP)
  const volunteer = await openStaff(journey, 'volunteer')
  await volunteer.open(`${deskPage('task')}?id=${taken.task.id}`)
  await press(volunteer.page, '开始代办')
  await arrivesAt(volunteer.page, `替${taken.task.person}办事`)
  return { ...taken, mandate, ...volunteer }
}

/** What stands in the list that the person reads, newest first. */
async function actsOf({ asker }: Pick<Taken, 'asker'>, id: string) {
  return (await journey.stack.call('GET /v1/mandates/:id/acts', { token: asker.token, params: { id } })).items
}

test('more than the mandate allows is refused, and the person reads that it was tried', async () => {
  const { page, open, asker, mandate } = await openActing()
  expect(await page.getByRole('link', { name: /^证照|^预约办事/ }).count()).toBe(0)
  await open(WALLET)
  await sees(page, /委托里没有这一项/)
  expect((await actsOf({ asker }, mandate.id))[0]).toMatchObject({ refused: true })
  await open(ACTING_PAGE)
  await press(page, /^办件进度/, 'link')
  await waitFor('an act that was let through', async () =>
    (await actsOf({ asker }, mandate.id)).some(({ refused }) => !refused) ? true : undefined,
  )
})

test('after its last day nothing is let through', async () => {
  const { page, open, mandate } = await openActing()
  await journey.pass(8 * 24 * HOUR)
  await open(ID_CARD)
  // The session is over, too; signing in does not bring the mandate back.
  await signInAsStaff(page, journey.stack, 'volunteer')
  await isOver(page, '这份委托已经到期。')
  const { token } = await signInStaff(journey.stack, 'volunteer')
  const refused = await journey.stack.refused('GET /v1/progress/id-card', { token, mandate: mandate.id })
  expect(refused).toMatchObject({ code: 'mandate_expired' })
})

test('after the task is done the volunteer opens nothing more, and the try stands in the list', async () => {
  const { page, open, task, asker, mandate, volunteer } = await openActing()
  await open(ID_CARD)
  await sees(page, '身份证进度')
  const body = { outcome: '办好了', minutes: 20 }
  await journey.stack.call('POST /v1/staff/tasks/:id/finish', { token: volunteer, params: { id: task.id }, body })
  await open('/features/progress/pages/my-cases/index')
  await isOver(page, '本人已经结束这份委托，或者这件事已经办完。')
  expect((await actsOf({ asker }, mandate.id))[0]).toMatchObject({ refused: true })
})

test('for another elder, whose mandate another volunteer holds, it is as if there were none', async () => {
  const { stack } = journey
  const { page, open, volunteer } = await openActing()
  const other = await registerAndSignIn(stack, 'li.hong')
  const { id } = await helpFor(stack, (await somebodyElse(stack)).token)
  const task = await acceptTask(stack, other.token, id)
  const mandate = await witness(stack, { task }, LOOK_UP)
  const refused = await stack.refused('GET /v1/cases', { token: volunteer, mandate: mandate.id })
  expect(refused).toMatchObject({ code: 'mandate_unknown' })
  await actUnder({ page }, mandate, 'volunteer')
  await open(ID_CARD)
  await isOver(page, UNKNOWN)
})

test('a mandate copied to a second device opens nothing there', async () => {
  const { mandate } = await openActing()
  // Without the volunteer's session.
  const nobody = await journey.visit()
  await nobody.open('/')
  await actUnder(nobody, mandate, 'volunteer')
  await nobody.open(ID_CARD)
  await arrivesAt(nobody.page, /登录/)
  // In the hands of another person.
  await journey.pass(61_000)
  const stranger = await journey.visit({ kept: await keptByVerified(journey.stack, 'chenjianguo') })
  await stranger.open('/')
  await actUnder(stranger, mandate, 'resident')
  await stranger.open(ID_CARD)
  await isOver(stranger.page, UNKNOWN)
  // A clerk's, who acts for nobody.
  const { token } = await signInStaff(journey.stack, 'township-clerk')
  const refused = await journey.stack.refused('GET /v1/cases', { token, mandate: mandate.id })
  expect(refused).toMatchObject({ code: 'not_allowed' })
})

describe('the code that the person reads out', () => {
  /** A volunteer who waits for the code of 王秀英; her task is at the township. */
  async function openCode() {
    const { stack } = journey
    // After wrong tries there is a pause.
    await journey.pass(HOUR)
    const { token: clerk } = await signInStaff(stack, 'township-clerk')
    const { token: volunteer } = await signInStaff(stack, 'volunteer')
    const body = forSomebody('wangxiuying', { way: 'phone', address: null, date: '2026-12-10' })
    const { id } = await stack.call('POST /v1/staff/tasks', { token: clerk, body })
    await stack.call('POST /v1/staff/tasks/:id/accept', { token: volunteer, params: { id } })
    const asked = { scope: LOOK_UP, days: 1, evidence: 'phone_code' as const, scan: null }
    const mandate = await stack.call('POST /v1/staff/tasks/:id/mandates', { token: volunteer, params: { id }, body: asked })
    await stack.runJob('outbox')
    const code =
      stack.fakes.smsSent(person('wangxiuying').phone).findLast(({ template }) => template === 'mandate_code')?.params['code'] ??
      ''
    const visitor = await openStaff(journey, 'volunteer')
    await visitor.open(`${deskPage('code')}?id=${id}`)
    await arrivesAt(visitor.page, '填写本人念的验证码')
    return { ...visitor, id, mandate, code, volunteer }
  }

  const enter = async ({ page }: Pick<Visitor, 'page'>, code: string): Promise<void> => {
    await fillIn(page, '验证码', code)
    await press(page, /^确认$/)
  }

  test('counts once, and never for another mandate', async () => {
    const { stack } = journey
    const first = await openCode()
    await enter(first, first.code)
    await sees(first.page, '本人同意了，委托已生效')
    const again = { token: first.volunteer, params: { id: first.mandate.id }, body: { code: first.code } }
    expect(await stack.refused('POST /v1/staff/mandates/:id/code', again)).toMatchObject({ code: 'mandate_not_pending' })
    const second = await openCode()
    await enter(second, first.code === second.code ? otherCode(first.code) : first.code)
    await sees(second.page, /验证码不对/)
    await second.open(`${deskPage('task')}?id=${second.id}`)
    await sees(second.page, '等本人同意')
  })

  test('cannot be guessed: after some tries even the right one is refused for a while', async () => {
    const visitor = await openCode()
    const { page, code } = visitor
    const refused = page.getByText('试的次数太多了')
    for (let tries = 0; tries < 12 && (await refused.count()) === 0; tries += 1) {
      await enter(visitor, otherCode(code))
      await waitFor('an answer', async () => ((await page.getByRole('alert').count()) > 0 ? true : undefined))
    }
    await enter(visitor, code)
    await refused.first().waitFor()
    await visitor.open(`${deskPage('task')}?id=${visitor.id}`)
    await sees(page, '等本人同意')
    await visitor.open(staffPage('home'))
  })
})
