import { plansOf, WHOLE_TABLE } from '../../test/query-plan'
import { SettableClock } from '../../test/settable-clock'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { forgetCopiesOf, forgetOldCopies } from '../departments/copy-store'
import type { AppointmentDeps } from '../features/appointments/deps'
import { generateSlots } from '../features/appointments/generate-slots'
import { settleWaiting } from '../features/appointments/settle-waiting'
import { forgetExpired } from '../identity/forget-expired'
import { replyScopesOf } from '../identity/reply-scopes'
import type { Database, Transaction } from '../platform/database'
import { forgetReplies } from '../platform/idempotency'
import { countOutbox } from '../platform/outbox'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const clock = new SettableClock()
const signal = new AbortController().signal

/** What takes a database instead of a transaction. */
const as = (tx: Transaction): Database =>
  ({ kind: database.kind, read: tx, inTransaction: (work: (tx: Transaction) => unknown) => work(tx) }) as unknown as Database

test('an account goes without a look at everybody else’s copies and replies', async () => {
  const plans = await plansOf(database, async (tx) => {
    await forgetCopiesOf(tx, 'owner')
    await forgetReplies(tx, await replyScopesOf(tx, 'account'))
  })
  expect(plans.match(/department_copies|idempotency_keys|mandates/g)?.length).toBeGreaterThanOrEqual(3)
  expect(plans).not.toMatch(WHOLE_TABLE)
})

test('what is too old is found by its age', async () => {
  const plans = await plansOf(database, async (tx) => {
    await forgetOldCopies(tx, clock.now())
    await forgetExpired({ database: as(tx), clock })
  })
  expect(plans).toMatch(/sessions_absolute_expires/)
  // Codes and failures are a day old at most.
  expect(plans).not.toMatch(/(SCAN|Seq Scan on) (sessions|department_copies|family_members)/)
})

test('the years gone by cost nothing: slots are looked for by who waits, and by their date', async () => {
  const pack = { offices: [], itemGroups: [] } as unknown as AppointmentDeps['pack']
  const plans = await plansOf(database, async (tx) => {
    const deps = { database: as(tx), clock, pack } as unknown as AppointmentDeps
    await settleWaiting(deps, signal)
    await generateSlots(deps)
  })
  expect(plans).toMatch(/appointment_slots/)
  expect(plans).not.toMatch(/SCAN s\b|SCAN appointment_slots|Seq Scan on appointment_slots/)
})

test('what has been sent is not counted to know what waits, and closed tasks come in their order', async () => {
  const plans = await plansOf(database, async (tx) => {
    await countOutbox(tx)
    await tx.sql`SELECT id FROM help_requests WHERE closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT 200`
    await tx.sql`SELECT id FROM help_requests WHERE closed_at IS NOT NULL AND office_id = ${'hall'} ORDER BY closed_at DESC LIMIT 200`
    await tx.sql`SELECT id FROM help_requests WHERE status IN ('open', 'accepted')`
  })
  expect(plans).not.toMatch(WHOLE_TABLE)
  expect(plans).not.toMatch(/TEMP B-TREE FOR ORDER|Sort Key: closed_at/)
})
