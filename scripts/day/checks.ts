import { setTimeout as pause } from 'node:timers/promises'
import { entities } from '../../bff/src/entities'
import { verifyAudit } from '../../bff/src/platform/audit-verify'
import { type Database, openDatabase } from '../../bff/src/platform/database'
import { check } from '../race/check'
import { checkRest } from '../race/check-rest'
import { type Facts, findOverbooked, readFacts } from '../race/facts'
import { type Action, createsVisit, mayHaveHappened, successes } from '../race/history'
import type { Violation } from '../race/violation'

export interface Checked {
  /** Bookings, moves included, that people were told of; and those that were neither granted nor refused when people gave up. */
  readonly told: number
  readonly unknown: number
  /** In the database. */
  readonly visits: number
  readonly accounts: number
  readonly slots: number
  readonly firstDay: string
  readonly lastDay: string
  readonly auditRecords: number
  readonly messagesSent: number
  /** Messages that still wait, or were given up. */
  readonly messagesLeft: number
  readonly violations: readonly Violation[]
}

/** The jobs get this long to finish what the day left. */
const SETTLES_WITHIN_MS = 60_000

/** What people were told against what the database says, by the rules of `npm run race`; and whether everything was delivered. */
export async function checkDay(databaseUrl: string, history: readonly Action[], clock: () => Date): Promise<Checked> {
  const database = await openDatabase({ url: databaseUrl, entities, migrations: [], readonly: true })
  try {
    const { facts, at } = await settled(database, clock)
    const overbooked = (await findOverbooked(database.read)).map(({ id, capacity, taken }): Violation => ({
      rule: 'overbooked',
      what: `slot ${id}: ${taken} people for ${capacity}`,
    }))
    const chain = await verifyAudit(database.read, { now: clock })
    const broken: Violation[] = chain.ok ? [] : [{ rule: 'audit_chain', what: `${chain.fault} at record ${chain.recordId}` }]
    return {
      told: history.filter((action) => createsVisit(action) && successes(action).length > 0).length,
      unknown: history.filter((action) => createsVisit(action) && mayHaveHappened(action)).length,
      visits: facts.visits.length,
      auditRecords: facts.audit.length,
      ...(await counts(database)),
      violations: [...check(history, facts, at), ...overbooked, ...broken],
    }
  } finally {
    await database.close()
  }
}

interface Look {
  readonly facts: Facts
  readonly at: Date
}

/** Waits until nothing is due: places that reappear, offers, messages. What becomes due after the last look counts no more. */
async function settled(database: Database, clock: () => Date): Promise<Look> {
  const givesUp = performance.now() + SETTLES_WITHIN_MS
  for (;;) {
    const at = clock()
    const facts = await readFacts(database.read)
    const { messagesLeft } = await counts(database)
    const isSettled = checkRest(facts, at).length === 0 && messagesLeft === 0
    if (isSettled || performance.now() >= givesUp) return { facts, at }
    await pause(500)
  }
}

type Counts = Pick<Checked, 'accounts' | 'slots' | 'firstDay' | 'lastDay' | 'messagesSent' | 'messagesLeft'>

async function counts({ read }: Database): Promise<Counts> {
  const [row] = await read.sql<Counts[]>`
    SELECT (SELECT CAST(count(*) AS integer) FROM accounts) AS accounts,
      (SELECT CAST(count(*) AS integer) FROM appointment_slots) AS slots,
      (SELECT min(date) FROM appointment_slots) AS "firstDay", (SELECT max(date) FROM appointment_slots) AS "lastDay",
      (SELECT CAST(count(*) AS integer) FROM outbox_messages WHERE status = 'sent') AS "messagesSent",
      (SELECT CAST(count(*) AS integer) FROM outbox_messages WHERE status <> 'sent') AS "messagesLeft"`
  if (!row) throw new Error('The database counts nothing.')
  return row
}
