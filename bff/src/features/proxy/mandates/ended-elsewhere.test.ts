import { randomUUID } from 'node:crypto'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { otherProcess, type OtherProcess } from '../../../../test/other-process'
import { person, signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { daughterAsks, type TaskInHand, witnessed } from './testing/mandate-calls'

let server: TestServer
let other: OtherProcess
beforeEach(async () => {
  server = await startTestServer()
  other = await otherProcess(server)
})
afterEach(async () => {
  await other.close()
  await server.close()
})

/** Works at both processes until `end` has been answered by the first; the very next request to either is refused. */
async function expectEndedBy(
  act: { readonly token: string; readonly mandate: string },
  end: () => Promise<unknown>,
): Promise<void> {
  for (const { call } of [server, other]) await call('GET /v1/appointments', act)
  await end()
  for (const { refused } of [other, server]) {
    expect(await refused('GET /v1/appointments', act)).toMatchObject({ code: 'mandate_ended' })
    expect(await refused('POST /v1/appointments', { ...act, body: { slotId: randomUUID() } })).toMatchObject({
      code: 'mandate_ended',
    })
  }
}

const LAST_FOUR = person('wangxiuying').residentId.slice(-4)
type Held = TaskInHand & { readonly mandate: MandateDto }

const endAs =
  (from: 'person_phone' | 'person_counter') =>
  ({ clerk, mandate: { number } }: Held) =>
    server.call('POST /v1/staff/mandates/ending', { token: clerk, body: { number, lastFour: LAST_FOUR, from } })

/** Every way in which a volunteer's mandate ends. */
const WAYS: Record<string, (held: Held) => Promise<unknown>> = {
  'the person who rings up': endAs('person_phone'),
  'the person who comes to a counter': endAs('person_counter'),
  'the person in the app': async ({ mandate: { id } }) => {
    const { token } = await signInVerified(server, 'wangxiuying')
    return server.call('DELETE /v1/mandates/:id', { token, params: { id } })
  },
  'the person who deletes their account': async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    return server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  },
  'the person who takes the request back': async ({ task: { id } }) => {
    const { token } = await signInVerified(server, 'wangxiuying')
    return server.call('DELETE /v1/help-requests/:id', { token, params: { id } })
  },
  'the volunteer who gives it back': ({ volunteer: token, mandate: { id } }) =>
    server.call('POST /v1/staff/mandates/:id/give-back', { token, params: { id } }),
  'the volunteer who gives the task back': ({ volunteer: token, task: { id } }) =>
    server.call('POST /v1/staff/tasks/:id/return', { token, params: { id }, body: { reason: '家里有事' } }),
  'the volunteer who is done': ({ volunteer: token, task: { id } }) =>
    server.call('POST /v1/staff/tasks/:id/finish', { token, params: { id }, body: { outcome: '办好了', minutes: 5 } }),
  'the office that cancels the task': ({ clerk: token, task: { id } }) =>
    server.call('POST /v1/staff/tasks/:id/cancel', { token, params: { id }, body: { reason: '本人来电' } }),
}

test.each(Object.keys(WAYS))('a volunteer’s mandate is ended at every process at once by %s', async (way) => {
  const held = await witnessed(server)
  await expectEndedBy({ token: held.volunteer, mandate: held.mandate.id }, async () => WAYS[way]?.(held))
})

test('a volunteer who leaves is signed out at every process at once', async () => {
  const { volunteer: token, mandate } = await witnessed(server)
  const act = { token, mandate: mandate.id }
  for (const { call } of [server, other]) await call('GET /v1/appointments', act)
  const { token: supervisor } = await signInStaff(server, 'supervisor')
  const { staffId } = await signInStaff(server, 'volunteer')
  await server.call('POST /v1/staff/volunteers/:id/leave', { token: supervisor, params: { id: staffId } })
  for (const { refused } of [other, server]) expect(await refused('GET /v1/appointments', act)).toMatchObject({ status: 401 })
})

test.each(['mother', 'daughter'] as const)(
  'a mandate of the family is ended at every process at once by the %s',
  async (side) => {
    const { mandate, ...tokens } = await daughterAsks(server)
    const params = { id: mandate.id }
    await other.call('POST /v1/mandates/:id/answer', { token: tokens.mother, params, body: { accept: true } })
    await expectEndedBy({ token: tokens.daughter, mandate: mandate.id }, () =>
      server.call('DELETE /v1/mandates/:id', { token: tokens[side], params }),
    )
  },
)
