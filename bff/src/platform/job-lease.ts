import { randomUUID } from 'node:crypto'
import type { Clock } from './clock'
import type { Database } from './database'

/** After a kill, another process takes the job over when this is up; a run that goes on renews it three times as often. */
const HELD_MS = 60_000

export interface LeaseDeps {
  readonly database: Database
  readonly clock: Clock
}

export interface Lease {
  /** Calls `onLost` when another run has taken the job over. */
  keep(onLost: () => void): void
  release(): Promise<void>
}

const after = (clock: Clock, ms: number): string => new Date(clock.now().getTime() + ms).toISOString()

/** Takes the job when it is due (or `anyTime`) and nobody holds it: one conditional statement, so that one process gets it. */
export async function takeLease(deps: LeaseDeps, name: string, everyMs: number, when: 'due' | 'anyTime'): Promise<Lease | null> {
  const { database, clock } = deps
  const holder = randomUUID()
  const now = clock.now().toISOString()
  const dueBy = when === 'due' ? now : '9'
  const taken = await database.inTransaction(
    (tx) => tx.affected`
      INSERT INTO job_leases (name, due_at, holder, held_until)
      VALUES (${name}, ${after(clock, everyMs)}, ${holder}, ${after(clock, HELD_MS)})
      ON CONFLICT (name) DO UPDATE
        SET due_at = excluded.due_at, holder = excluded.holder, held_until = excluded.held_until
        WHERE job_leases.due_at <= ${dueBy} AND job_leases.held_until <= ${now}`,
  )
  return taken === 1 ? leaseOf(deps, name, holder) : null
}

function leaseOf(deps: LeaseDeps, name: string, holder: string): Lease {
  let renewing: NodeJS.Timeout | undefined
  const holdFor = (ms: number): Promise<number> =>
    deps.database.inTransaction(
      (tx) =>
        tx.affected`UPDATE job_leases SET held_until = ${after(deps.clock, ms)} WHERE name = ${name} AND holder = ${holder}`,
    )
  return {
    keep: (onLost) => {
      const renew = async (): Promise<void> => {
        if ((await holdFor(HELD_MS).catch(() => 0)) === 0) onLost()
      }
      renewing = setInterval(() => void renew(), HELD_MS / 3)
    },
    release: async () => {
      clearInterval(renewing)
      await holdFor(0)
    },
  }
}

/** How long until the job is due and free, at most 0 when it is: a look that spares a write that would change nothing. */
export async function msUntilDue({ database, clock }: LeaseDeps, name: string): Promise<number> {
  const [lease] = await database.read.sql<{ due_at: string; held_until: string }[]>`
    SELECT due_at, held_until FROM job_leases WHERE name = ${name}`
  return lease ? Math.max(Date.parse(lease.due_at), Date.parse(lease.held_until)) - clock.now().getTime() : 0
}
