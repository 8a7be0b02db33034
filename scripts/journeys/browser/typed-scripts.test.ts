import type { AllEndpoints } from '@one-visit/shared/all-endpoints'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import type { CallInput, Reply } from '@one-visit/shared/kernel/endpoints'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { acceptTask, aRequest } from '../../../bff/src/features/proxy/tasks/testing/task-calls'
import { applicationFor } from '../../../bff/src/features/cross-province/testing/application-calls'
import type { CallOptions } from '../../../bff/test/http-client'
import { show, signInToShow } from '../../../bff/test/licences'
import { lastCode, person } from '../../../bff/test/people'
import { signInStaff } from '../../../bff/test/staff'
import { TYPED_TEXTS } from '../../../bff/test/typed-texts'
import { slotsOf } from '../../../bff/test/visits'
import { deskPage, proxyPage } from '../support/helping'
import { prepareJourneys } from '../support/journey'
import { licencePage } from '../support/licences'
import { keptByStaff, keptByToken } from '../support/sign-in'
import { waitFor } from '../support/stack'
import { bookAs, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'
import type { Visitor } from '../support/visitor'

/** Ends an attribute, a tag, a script and a style; each part would set the mark by itself. Fits into the shortest text but one. */
const SCRIPT = `"'><img src=x onerror=__ran=1><script>__ran=1</script>`
/** For a window's number: ten signs. */
const TAG = '"><u id=x>'
const MORE = `</style><a href="javascript:__ran=1">点</a>`

const journey = prepareJourneys({ start: MONDAY_MORNING })
const planted = new Set<string>()

/** Sends words as data; `fields` are those that hold them. */
async function plant<K extends keyof AllEndpoints>(
  key: K,
  fields: readonly string[],
  input: CallInput<AllEndpoints[K]> & CallOptions,
): Promise<Reply<AllEndpoints[K]>> {
  const reply = await journey.stack.call(key, input)
  for (const field of fields) planted.add(`${key} ${field}`)
  return reply
}

/** Words for the audit alone, which no page shows; names that the police must know first; and what is told elsewhere in the table. */
const ON_NO_PAGE = new Set([
  ...['capacity-changes reason', 'slot-pauses reason', 'visit-lists reason'].map((text) => `POST /v1/staff/${text}`),
  ...['sessions/wechat label', 'sessions/provincial label', 'staff/appointments/:id/status window'].map(
    (text) => `POST /v1/${text}`,
  ),
  ...TYPED_TEXTS.filter((text) => text.endsWith(' name')),
])

interface Shown {
  readonly page: string
  readonly as: 'resident' | 'volunteer' | 'clerk' | 'township-clerk'
  readonly token?: string
  readonly words: readonly string[]
}

const texts = {
  words: `话${SCRIPT}${MORE}`,
  address: `址${SCRIPT}`,
  returned: `退${SCRIPT}`,
  outcome: `果${SCRIPT}${MORE}`,
  reason: `因${SCRIPT}`,
}

/** Requests for help in each of their states, as the person, the volunteer and the counter see them. */
async function help(): Promise<Shown[]> {
  const { stack } = journey
  const date = localDateAt(stack.clock.now())
  const { token: volunteer } = await signInStaff(stack, 'volunteer')
  const { token: clerk } = await signInStaff(stack, 'township-clerk')
  const ask = async () => {
    const { token } = await somebodyElse(stack)
    const body = aRequest({ date, topic: 'other', words: texts.words, address: texts.address })
    return { token, id: (await plant('POST /v1/help-requests', ['words', 'address'], { token, body })).id }
  }
  const [taken, returned, done, cancelled] = [await ask(), await ask(), await ask(), await ask()]
  for (const { id } of [taken, returned, done]) await acceptTask(stack, volunteer, id)
  const of = ({ id }: { readonly id: string }, token: string) => ({ token, params: { id } })
  await plant('POST /v1/staff/tasks/:id/return', ['reason'], { ...of(returned, volunteer), body: { reason: texts.returned } })
  const finish = { ...of(done, volunteer), body: { outcome: texts.outcome, minutes: 5 } }
  await plant('POST /v1/staff/tasks/:id/finish', ['outcome'], finish)
  await plant('POST /v1/staff/tasks/:id/cancel', ['reason'], { ...of(cancelled, clerk), body: { reason: texts.reason } })
  const { name, residentId } = person('wangxiuying')
  const request = aRequest({ date, topic: 'other', words: texts.words, address: texts.address })
  const counter = { token: clerk, body: { person: { name, residentId }, request } }
  const { id: atCounter } = await plant('POST /v1/staff/tasks', ['words', 'address'], counter)
  const own = (one: { token: string; id: string }, ...words: string[]): Shown => ({
    ...{ page: `${proxyPage('request')}?id=${one.id}`, as: 'resident', token: one.token, words },
  })
  return [
    own(returned, texts.words, texts.returned),
    own(done, texts.words, texts.outcome),
    own(cancelled, texts.words, texts.reason),
    { page: `${deskPage('task')}?id=${taken.id}`, as: 'volunteer', words: [texts.words, texts.address] },
    { page: `${deskPage('task')}?id=${returned.id}`, as: 'volunteer', words: [texts.returned] },
    { page: `${deskPage('task')}?id=${done.id}`, as: 'township-clerk', words: [texts.outcome] },
    { page: `${deskPage('task')}?id=${atCounter}`, as: 'township-clerk', words: [texts.words] },
  ]
}

/** Visits that the office ended, moved, and called to a window. */
async function visits(): Promise<Shown[]> {
  const { stack } = journey
  await openHall(stack)
  const date = localDateAt(stack.clock.now())
  const slots = await slotsOf(stack, { itemGroup: 'household', date })
  const book = async (nth: number) => bookAs(stack, await somebodyElse(stack), slots[nth]?.id ?? '')
  const [cancelled, moved, called] = [await book(3), await book(4), await book(5)]
  const { token } = await signInStaff(stack, 'clerk')
  const cancel = { token, params: { id: cancelled.visit.id }, body: { reason: texts.reason } }
  await plant('POST /v1/staff/appointments/:id/cancellation', ['reason'], cancel)
  const move = { token, params: { id: moved.visit.id }, body: { slotId: slots[6]?.id ?? '', reason: texts.reason } }
  await plant('POST /v1/staff/appointments/:id/move', ['reason'], move)
  await stack.call('POST /v1/staff/check-ins', { token, body: { office: 'hall', by: 'number', value: called.visit.number } })
  const call = { token, body: { office: 'hall', itemGroup: 'household', window: TAG } }
  await plant('POST /v1/staff/calls', ['window'], call)
  const closing = {
    token,
    body: { office: 'hall', date: localDateAt(new Date(stack.clock.now().getTime() + 86_400_000)), reason: texts.reason },
  }
  const tomorrow = await slotsOf(stack, { itemGroup: 'household', date: closing.body.date })
  const closed = await bookAs(stack, await somebodyElse(stack), tomorrow[2]?.id ?? '')
  await plant('POST /v1/staff/day-closures', ['reason'], closing)
  await stack.runJob('outbox')
  const visit = (one: typeof cancelled, ...words: string[]): Shown => ({
    ...{ page: `/features/appointments/pages/visit/index?id=${one.visit.id}`, as: 'resident', token: one.token, words },
  })
  const inbox = async ({ token: own }: typeof cancelled): Promise<Shown> => {
    const { items } = await stack.call('GET /v1/messages', { token: own, query: {} })
    return { page: '/pages/messages/index', as: 'resident', token: own, words: items.map(({ title }) => title) }
  }
  return [
    ...[visit(cancelled, texts.reason), visit(called, TAG), visit(closed, texts.reason)],
    ...[await inbox(cancelled), await inbox(moved), await inbox(closed)],
    { page: `/features/staff/pages/queue/index?office=hall&date=${date}&group=household`, as: 'clerk', words: [TAG] },
  ]
}

/** What one person has typed of their own, and what a clerk wrote about looking at a licence. */
async function ownThings(): Promise<Shown[]> {
  const { stack } = journey
  const phone = person('chenjianguo').phone
  const holder = await signInToShow(stack, 'chenjianguo')
  const { qr } = await show(stack, holder)
  const { token: clerk } = await signInStaff(stack, 'clerk')
  await plant('POST /v1/verifications', ['purpose'], { token: clerk, body: { code: qr, purpose: `查${SCRIPT}` } })
  const body = applicationFor('employee-pension-transfer')
  const answers = { ...body.answers, 'last-employer': `厂${SCRIPT}` }
  const application = { token: holder, body: { ...body, answers } }
  const { id, item } = await plant('POST /v1/cross-province-applications', ['answers'], application)
  stack.clock.advance(61_000)
  await stack.call('POST /v1/sms-codes', { body: { phone } })
  const device = { id: '019a0000-0000-7000-8000-00000000d001', label: `机${SCRIPT}` }
  const signIn = { body: { phone, code: lastCode(stack, phone), device, consent: PRIVACY_VERSION } } as const
  const { token } = await plant('POST /v1/sessions/sms', ['label'], signIn)
  const mine = (page: string, ...words: string[]): Shown => ({ page, as: 'resident', token, words })
  return [
    mine(licencePage('views'), `查${SCRIPT}`),
    mine(`/features/cross-province/pages/application/index?id=${id}`, item.name),
    mine('/features/identity/pages/devices/index', `机${SCRIPT}`),
    mine('/features/identity/pages/activity/index', '登录'),
    mine(`/features/catalogue/pages/search/index?q=${encodeURIComponent(SCRIPT)}`),
    mine(`/features/progress/pages/own-case/index?number=${encodeURIComponent(SCRIPT)}&id=${encodeURIComponent(SCRIPT)}`),
  ]
}

/** What such words would have left in the page if they had been read as HTML. */
const leftBehind = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(() => [
    ...('__ran' in window ? ['a script ran'] : []),
    ...Array.from(document.querySelectorAll('img[src="x"], [onerror], u[id="x"], a[href^="javascript"]'), (one) => one.outerHTML),
  ])

test('whatever people type stands in every page as they typed it, and nothing of it runs', async () => {
  const pages = [...(await help()), ...(await visits()), ...(await ownThings())]
  expect(TYPED_TEXTS.filter((text) => !planted.has(text) && !ON_NO_PAGE.has(text))).toEqual([])
  const { stack } = journey
  const wrong: unknown[] = []
  for (const { page, as, token, words } of pages) {
    if (as !== 'resident') stack.clock.advance(31_000)
    const kept = token === undefined ? await keptByStaff(stack, as) : await keptByToken(stack, token)
    const visitor = await journey.visit({ kept })
    visitor.page.on('dialog', (dialog) => {
      wrong.push([page, 'a dialog'])
      void dialog.dismiss()
    })
    await visitor.open(page)
    for (const text of words) {
      const found = visitor.page.getByText(text).filter({ visible: true })
      await found
        .first()
        .waitFor()
        .catch(() => wrong.push([page, as, 'does not show', text]))
    }
    wrong.push(...(await leftBehind(visitor)).map((found) => [page, as, found]))
    await visitor.context.close()
  }
  expect(wrong).toEqual([])
}, 150_000)

test('what would be left in a page by one that reads words as HTML is found', async () => {
  const visitor = await journey.visit()
  await visitor.open('/')
  await visitor.page.evaluate((words) => {
    document.body.insertAdjacentHTML('beforeend', words)
  }, SCRIPT + MORE)
  expect(await leftBehind(visitor)).toHaveLength(2)
  // The browser tells of it in its own time.
  let told = ''
  await waitFor('the content security policy to refuse it', () => {
    told += visitor.takeFaults().join('')
    return told.includes('Content Security Policy') ? true : undefined
  })
  await visitor.context.close()
  visitor.takeFaults()
})
