import { randomUUID } from 'node:crypto'
import { Mandate } from '../../../identity/mandate.entity'
import { accountOf, giveMandate, volunteerHand } from '../../../../test/mandates'
import { otherProcess, type OtherProcess } from '../../../../test/other-process'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { daughterAsks, JPEG, taskInHand, VISITS, WEEK, witnessed } from './testing/mandate-calls'

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

const DAY = 86_400_000
const active = (): Promise<number> => server.database.read.countBy(Mandate, { status: 'active' })

/** Requests of others, which wait for this person; each by somebody else. */
async function pendingFor(accountId: string, count: number): Promise<string[]> {
  const now = server.clock.now()
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ id: randomUUID(), number: `99000000${String(index).padStart(2, '0')}`, accountId, actorKind: 'resident' as const },
    ...{ scope: JSON.stringify(VISITS), days: 7, status: 'pending' as const, askedByKind: 'resident' as const },
    ...{ askedAt: now.toISOString(), expiresAt: new Date(now.getTime() + DAY).toISOString() },
  }))
  await server.database.inTransaction(async (tx) => {
    for (const row of rows) {
      const actorId = randomUUID()
      const at = now.toISOString()
      await tx.affected`INSERT INTO accounts (id, privacy_version, created_at) VALUES (${actorId}, '', ${at})`
      await tx.insert(Mandate, { ...row, actorId, askedById: actorId })
    }
  })
  return rows.map(({ id }) => id)
}

test('of many yeses at once, at two processes, three count', async () => {
  const { mother } = await daughterAsks(server)
  const ids = await pendingFor(await accountOf(server, 'wangxiuying'), 8)
  const answers = await Promise.allSettled(
    ids.map((id, index) =>
      (index % 2 === 0 ? server : other).call('POST /v1/mandates/:id/answer', {
        token: mother,
        params: { id },
        body: { accept: true },
      }),
    ),
  )
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []))
  expect(refused).toHaveLength(5)
  for (const refusal of refused) expect(refusal).toContain('mandate_limit_reached')
  expect(await active()).toBe(3)
})

test('requests of others keep nobody from giving a mandate, and what has lapsed takes no place', async () => {
  const { mother, mandate } = await daughterAsks(server)
  await pendingFor(await accountOf(server, 'wangxiuying'), 5)
  const volunteer = await volunteerHand(server)
  for (let given = 0; given < 3; given += 1) await giveMandate(server, 'wangxiuying', { to: volunteer, lasts: 60_000 })
  const yes = { token: mother, params: { id: mandate.id }, body: { accept: true } }
  expect(await server.refused('POST /v1/mandates/:id/answer', yes)).toMatchObject({ code: 'mandate_limit_reached' })
  server.clock.advance(60_000)
  expect(await server.call('POST /v1/mandates/:id/answer', yes)).toMatchObject({ status: 'active' })
})

test('a witnessed mandate asked for at two processes at once is one, with one picture', async () => {
  const { clerk, task } = await taskInHand(server)
  const ask = { token: clerk, params: { id: task.id }, body: { ...WEEK, evidence: 'witnessed' as const, scan: JPEG } }
  const all = await Promise.all([server, other, server, other].map(({ call }) => call('POST /v1/staff/tasks/:id/mandates', ask)))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect(await active()).toBe(1)
  expect(await server.database.read.sql<object[]>`SELECT mandate_id FROM mandate_scans`).toHaveLength(1)
})

test('one that holds is not made wider by asking again', async () => {
  const { clerk, task } = await witnessed(server)
  const wider = { scope: [...VISITS, { operation: 'look_up_cases' as const, items: null }], days: 30 }
  const ask = { token: clerk, params: { id: task.id }, body: { ...wider, evidence: 'witnessed' as const, scan: JPEG } }
  expect(await server.refused('POST /v1/staff/tasks/:id/mandates', ask)).toMatchObject({ code: 'mandate_limit_reached' })
})
