import type { Page, Route } from 'playwright-core'
import { bookingPage, chooseAll, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptByVerified, signInByPhone } from '../support/sign-in'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { person } from '../../../bff/test/people'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const BOOKING = '**/v1/appointments'
/** Room for each test: five people at a time, and one place kept for elders. */
const WISH = { group: '驾驶证和行驶证', day: '11月25日 周三', time: '上午10:00' }

const activeOf = async ({ token }: { readonly token: string }) =>
  (await journey.stack.call('GET /v1/appointments', { token })).active

/** The idempotency keys under which bookings were sent. */
function watchBookings(page: Page): string[] {
  const keys: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/v1/appointments')) return
    keys.push(request.headers()['idempotency-key'] ?? '')
  })
  return keys
}

async function seesAnswersKept(page: Page): Promise<void> {
  await sees(page, WISH.group)
  await sees(page, WISH.day)
  await sees(page, '上午10:00 到 10:20')
}

/** Goes to the answers as somebody without a visit. */
async function checkAnswers() {
  const somebody = await openSignedIn(journey)
  await somebody.open(bookingPage('start'))
  await chooseAll(somebody.page, WISH)
  return { ...somebody, keys: watchBookings(somebody.page) }
}

test('two taps on confirm make one booking', async () => {
  const { page, token, keys } = await checkAnswers()
  await page.getByRole('button', { name: '确认预约' }).dblclick()
  await arrivesAt(page, '预约好了')
  expect(keys).toHaveLength(1)
  expect(await activeOf({ token })).toHaveLength(1)
})

test('without a network nothing is lost, and trying again books once', async () => {
  const { page, context, token, keys } = await checkAnswers()
  await context.setOffline(true)
  await confirm(page)
  await sees(page, '内容没有丢失，有网络后再试一次。')
  await seesAnswersKept(page)
  expect(await activeOf({ token })).toEqual([])
  await context.setOffline(false)
  await press(page, '再试一次')
  await arrivesAt(page, '预约好了')
  expect(new Set(keys).size).toBe(1)
  expect(await activeOf({ token })).toHaveLength(1)
})

test('when the network dies before the answer comes, trying again finds the same booking, also after the app was closed', async () => {
  const { page, open, token, keys } = await checkAnswers()
  const loseAnswer = async (route: Route): Promise<void> => {
    await route.fetch()
    await route.abort('internetdisconnected')
  }
  await page.route(BOOKING, (route) => (route.request().method() === 'POST' ? loseAnswer(route) : route.continue()))
  await confirm(page)
  await sees(page, '内容没有丢失，有网络后再试一次。')
  await seesAnswersKept(page)
  const [booked] = await activeOf({ token })
  await page.unroute(BOOKING)
  await open(bookingPage('check'))
  await seesAnswersKept(page)
  await confirm(page)
  await arrivesAt(page, '预约好了')
  expect(new Set(keys).size).toBe(1)
  expect(await activeOf({ token })).toMatchObject([{ id: booked!.id }])
})

test('a session that ended on the way: after signing in again all answers are there, and the visit is booked', async () => {
  const { stack } = journey
  const kept = await keptByVerified(stack, 'lixiaohong')
  const { page, open } = await journey.visit({ kept })
  await open(bookingPage('start'))
  await chooseAll(page, WISH)
  const past = stack.clock.now().toISOString()
  const ended = await stack.database.inTransaction(
    (tx) => tx.affected`UPDATE sessions SET absolute_expires_at = ${past} WHERE subject_id = ${String(kept['last-account'])}`,
  )
  expect(ended).toBe(1)
  await confirm(page)
  await sees(page, '登录已过期')
  await signInByPhone(page, stack, person('lixiaohong').phone)
  await arrivesAt(page, '请核对')
  await seesAnswersKept(page)
  await confirm(page)
  await arrivesAt(page, '预约好了')
})
