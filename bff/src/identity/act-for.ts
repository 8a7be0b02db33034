import type { MandatedCall } from '../platform/http/register-endpoints'
import type { Actor, Principal, ResidentPrincipal, ScopeEntry } from '../platform/http/principal'
import { appendAudit } from '../platform/audit'
import type { Clock } from '../platform/clock'
import type { Database, Reader } from '../platform/database'
import { problem } from '../platform/errors'
import { judge, type MandateState } from './mandate-policy'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

interface Row {
  readonly account_id: string
  readonly actor_kind: Actor['kind']
  readonly actor_id: string
  readonly scope: string
  readonly status: MandateState['status']
  readonly expires_at: string
  readonly task_id: string | null
  readonly task_status: string | null
  readonly volunteer_id: string | null
}

/**
 * The person for whom `actor` asks, if the mandate allows the call. Read for every request, so that ending a mandate stops the
 * very next one, in every process. A refused try is written down, also for the person whose mandate it is.
 */
export async function actFor(deps: Deps, caller: Principal, mandateId: string, call: MandatedCall): Promise<ResidentPrincipal> {
  const actor = actorOf(caller)
  const row = await findMandate(deps.database.read, mandateId)
  const refusal = judge(row && stateOf(row), {
    actor,
    actorIsVerified: caller.kind === 'staff' || caller.assurance >= 2,
    onBehalf: call.onBehalf,
    now: deps.clock.now().toISOString(),
  })
  if (refusal !== null) await writeRefusal(deps, { actor, row, mandateId, refusal, call })
  if (refusal !== null || row === null) throw problem(refusal ?? 'mandate_unknown')
  return {
    kind: 'resident',
    accountId: row.account_id,
    actor,
    mandate: { id: mandateId, scope: JSON.parse(row.scope) as ScopeEntry[] },
    sessionId: caller.sessionId,
    ...assuranceOf(caller, deps.clock),
  }
}

function actorOf(caller: Principal): Actor {
  if (caller.kind === 'resident') return caller.actor
  if (caller.role !== 'volunteer') throw problem('not_allowed')
  return { kind: 'volunteer', id: caller.staffId }
}

/** A volunteer proved password and TOTP for a session that ends after 30 idle minutes: that is as much as a resident's step-up. */
function assuranceOf(caller: Principal, clock: Clock): Pick<ResidentPrincipal, 'assurance' | 'stepUpUntil'> {
  if (caller.kind === 'resident') return { assurance: caller.assurance, stepUpUntil: caller.stepUpUntil }
  return { assurance: 3, stepUpUntil: new Date(clock.now().getTime() + 60_000).toISOString() }
}

async function findMandate(read: Reader, id: string): Promise<Row | null> {
  const [row] = await read.sql<Row[]>`
    SELECT m.account_id, m.actor_kind, m.actor_id, m.scope, m.status, m.expires_at, m.task_id, t.status AS task_status,
           t.volunteer_id
    FROM mandates m LEFT JOIN help_requests t ON t.id = m.task_id WHERE m.id = ${id}`
  return row ?? null
}

const stateOf = (row: Row): MandateState => ({
  actor: { kind: row.actor_kind, id: row.actor_id },
  status: row.status,
  scope: JSON.parse(row.scope) as ScopeEntry[],
  expiresAt: row.expires_at,
  task: row.task_id === null ? null : row.task_status === 'accepted' && row.volunteer_id === row.actor_id ? 'mine' : 'closed',
})

interface Refused {
  readonly actor: Actor
  readonly row: Row | null
  readonly mandateId: string
  readonly refusal: string
  readonly call: MandatedCall
}

async function writeRefusal({ database, clock }: Deps, { actor, row, mandateId, refusal, call }: Refused): Promise<void> {
  await database.inTransaction((tx) =>
    appendAudit(tx, {
      event: 'acting_refused',
      actor,
      beneficiaryId: row?.account_id ?? null,
      subject: row ? mandateId : null,
      mandateId: row ? mandateId : null,
      data: { endpoint: call.endpoint, refusal },
      requestId: call.requestId,
      at: clock.now(),
    }),
  )
}
