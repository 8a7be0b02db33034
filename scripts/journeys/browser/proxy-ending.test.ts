import type { Page } from 'playwright-core'
import { familyHand, giveMandate, volunteerHand, type Hand } from '../../../bff/test/mandates'
import { signInVerified } from '../../../bff/test/people'
import { ACTING_PAGE, isOver, MOTHER, openStaff } from '../support/acting'
import { bookingPage } from '../support/booking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keepOnDevice, keptByToken } from '../support/sign-in'
import type { Visitor } from '../support/visitor'
import { hallSlot, MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const MINUTE = 60_000
const ABOUT_A_PERSON = /\/v1\/(appointments|waiting-entries|progress|cases|health-codes|licences|presentations)/

/** What a device keeps while somebody acts. */
const actingFor = (mandate: string, by: 'resident' | 'volunteer') => ({
  acting: { mandate, person: MOTHER, by, operations: ['book_visits', 'look_up_cases'] },
})

interface Opened extends Visitor {
  readonly mandate: string
}

/** For ten minutes somebody acts for 王秀英, and is on the page of what they may do. */
async function openActing(by: 'resident' | 'volunteer'): Promise<Opened> {
  const { stack } = journey
  const opened = by === 'resident' ? await openFamily() : await openVolunteer()
  const mandate = await giveMandate(stack, 'wangxiuying', { to: opened.hand, lasts: 10 * MINUTE })
  await keepOnDevice(opened.page, actingFor(mandate, by))
  await opened.open(ACTING_PAGE)
  return { ...opened, mandate }
}

async function openFamily(): Promise<Visitor & { hand: Hand }> {
  // After each code a pause.
  await journey.pass(2 * MINUTE)
  const hand = await familyHand(journey.stack)
  const { token } = hand
  // What an earlier journey has left.
  const { held } = await journey.stack.call('GET /v1/mandates', { token })
  for (const { id, status } of held)
    if (status === 'active') await journey.stack.call('DELETE /v1/mandates/:id', { token, params: { id } })
  const visitor = await journey.visit({ kept: await keptByToken(journey.stack, token) })
  await visitor.open('/')
  return { ...visitor, hand }
}

async function openVolunteer(): Promise<Visitor & { hand: Hand }> {
  return { ...(await openStaff(journey, 'volunteer')), hand: await volunteerHand(journey.stack) }
}

/** Every request about a person that the page sends from now on, with the mandate under which it goes. */
function askedFrom(page: Page): { path: string; mandate: string | undefined }[] {
  const asked: { path: string; mandate: string | undefined }[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (ABOUT_A_PERSON.test(pathname)) asked.push({ path: pathname, mandate: request.headers()['x-mandate'] })
  })
  return asked
}

interface HeldPage {
  /** Resolves when its code has been asked for. */
  readonly wanted: Promise<unknown>
  readonly release: () => void
}

/** A signal so weak that the code of the next page does not come before it is released. */
async function holdNextPage(page: Page): Promise<HeldPage> {
  const scripts = /\/js\/[^/]+\.js$/
  const wanted = page.waitForRequest(scripts)
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(scripts, async (route) => {
    await released
    await route.continue()
  })
  return { wanted, release }
}

test.each(['resident', 'volunteer'] as const)(
  'a %s’s page of the person asks nothing for its owner while it is left, and no other page covers the one that says why',
  async (by) => {
    const { page, mandate } = await openActing(by)
    await press(page, /^看他的预约/, 'link')
    await arrivesAt(page, `${MOTHER}的预约`)
    const asked = askedFrom(page)
    const held = await holdNextPage(page)
    await journey.pass(11 * MINUTE)
    await held.wanted
    held.release()
    await isOver(page, '这份委托已经到期。')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((one) => one.mandate !== mandate)).toEqual([])
  },
)

test('“结束代办” over a weak signal: the person’s page closes at once, and asks nothing more', async () => {
  const { page, mandate } = await openActing('resident')
  await press(page, /^看他的预约/, 'link')
  await arrivesAt(page, `${MOTHER}的预约`)
  const asked = askedFrom(page)
  const held = await holdNextPage(page)
  await press(page, '结束代办')
  await held.wanted
  await sees(page, '这一页已经收起')
  held.release()
  await arrivesAt(page, /一件事一次办/)
  expect(asked.filter((one) => one.mandate !== mandate)).toEqual([])
})

test('of the person nothing is kept on the device: a reload without a network shows nothing of theirs', async () => {
  const { page, open } = await openActing('resident')
  const { stack } = journey
  await journey.pass(2 * MINUTE)
  const { token } = await signInVerified(stack, 'wangxiuying')
  const slot = await hallSlot(stack, { itemGroup: 'household', date: '2026-11-24' }, '10:00')
  await stack.call('POST /v1/appointments', { token, body: { slotId: slot.id } })
  await open(bookingPage('visits'))
  await page.getByRole('list', { name: '要去的' }).waitFor()
  await page.route(/\/v1\//, (route) => route.abort())
  await page.reload()
  await arrivesAt(page, `${MOTHER}的预约`)
  await sees(page, '现在没有网络')
  expect(await page.getByRole('list', { name: '要去的' }).count()).toBe(0)
})

test('what was begun for oneself is not gone on with for somebody, nor the other way', async () => {
  const { page, open, mandate } = await openActing('resident')
  await press(page, /^预约办事/, 'link')
  await press(page, /^户籍和身份证/, 'link')
  await arrivesAt(page, '到哪里办？')
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('one-visit:draft:')))
  expect(await kept()).toEqual([`one-visit:draft:for:${mandate}:booking`])
  await press(page, '结束代办')
  await arrivesAt(page, /一件事一次办/)
  expect(await kept()).toEqual([])
  await open(bookingPage('start'))
  await press(page, /^户籍和身份证/, 'link')
  await arrivesAt(page, '到哪里办？')
  await keepOnDevice(page, actingFor(mandate, 'resident'))
  await open(bookingPage('who'))
  await sees(page, '请先选要办的事')
})
