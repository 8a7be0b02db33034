import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { accountOf } from '../../../../test/mandates'
import { person, signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { openSlots, slotAt } from '../../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

const DAY = { office: 'hall', date: '2026-11-23' as LocalDate }

/** Entered by the hall for 王秀英; with or without the phone that she gives. */
async function enter(token: string, phone: string | null) {
  const { name, residentId } = person('wangxiuying')
  const { id: slotId } = await slotAt(server, 0)
  return server.call('POST /v1/staff/appointments', { token, body: { slotId, channel: 'phone', name, residentId, phone } })
}

const reachableOn = async (token: string): Promise<boolean[]> =>
  (await server.call('GET /v1/staff/visits', { token, query: DAY })).items.map(({ reachable }) => reachable)

test('somebody whose account was made at a counter, and who gave no phone, is reached by nothing', async () => {
  await accountOf(server, 'wangxiuying')
  const { token } = await signInStaff(server)
  const visit = await enter(token, null)
  expect([visit.reachable, await reachableOn(token)]).toEqual([false, [false]])
  const cancel = { token, params: { id: visit.id }, body: { reason: '停电' } }
  expect(await server.call('POST /v1/staff/appointments/:id/cancellation', cancel)).toMatchObject({ reachable: false })
})

test('with the phone that they gave they are, and it gets the message', async () => {
  await accountOf(server, 'wangxiuying')
  const { token } = await signInStaff(server)
  const visit = await enter(token, person('wangxiuying').phone)
  expect([visit.reachable, await reachableOn(token)]).toEqual([true, [true]])
  const sent = () => server.fakes.smsSent(person('wangxiuying').phone).length
  await server.runJob('outbox')
  const before = sent()
  const cancel = { token, params: { id: visit.id }, body: { reason: '停电' } }
  await server.call('POST /v1/staff/appointments/:id/cancellation', cancel)
  await server.runJob('outbox')
  expect(sent()).toBe(before + 1)
})

test('and so are they once the account is theirs', async () => {
  await accountOf(server, 'wangxiuying')
  const { token } = await signInStaff(server)
  await enter(token, null)
  await signInVerified(server, 'wangxiuying')
  expect(await reachableOn(token)).toEqual([true])
})
