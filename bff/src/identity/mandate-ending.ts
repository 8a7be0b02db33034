import type { MandateEnding } from '@one-visit/shared/proxy/rules'
import { appendAudits, type AuditEntry } from '../platform/audit'
import type { Transaction } from '../platform/database'

interface Ended {
  readonly id: string
  readonly account_id: string
}

/** By whom it is ended, for the audit. */
export type EndedBy = Pick<AuditEntry, 'actor' | 'requestId'>

const BY_ITSELF: EndedBy = { actor: { kind: 'system', id: null } }

/**
 * Ends one mandate that holds or waits; false when there is nothing to end. What was under way when this commits is finished; the
 * very next request of the one who acted is refused, in every process.
 */
export async function endMandate(
  tx: Transaction,
  id: string,
  ending: MandateEnding,
  { now, by = BY_ITSELF }: { readonly now: Date; readonly by?: EndedBy },
): Promise<boolean> {
  const ended = await tx.sql<Ended[]>`
    UPDATE mandates SET status = 'ended', ending = ${ending}, ended_at = ${now.toISOString()}, code_index = NULL, code_expires_at = NULL
    WHERE id = ${id} AND status IN ('pending', 'active') AND expires_at > ${now.toISOString()} RETURNING id, account_id`
  await writeEnded(tx, ended, ending, now, by)
  return ended.length > 0
}

/** Ends all that were given for a task, in the transaction that closes it or gives it back. */
export async function endMandatesOfTask(tx: Transaction, taskId: string, ending: MandateEnding, now: Date): Promise<void> {
  const ended = await tx.sql<Ended[]>`
    UPDATE mandates SET status = 'ended', ending = ${ending}, ended_at = ${now.toISOString()}, code_index = NULL, code_expires_at = NULL
    WHERE task_id = ${taskId} AND status IN ('pending', 'active') AND expires_at > ${now.toISOString()} RETURNING id, account_id`
  await writeEnded(tx, ended, ending, now, BY_ITSELF)
}

/** Ends all that an account gave and all that it held, when it is deleted. */
export async function endMandatesOfAccount(tx: Transaction, accountId: string, now: Date): Promise<Ended[]> {
  await endLapsed(tx, { accountId, actorId: accountId }, now)
  const ended = await tx.sql<Ended[]>`
    UPDATE mandates SET status = 'ended', ending = 'account_deleted', ended_at = ${now.toISOString()},
      code_index = NULL, code_expires_at = NULL
    WHERE (account_id = ${accountId} OR actor_id = ${accountId}) AND status IN ('pending', 'active') RETURNING id, account_id`
  await writeEnded(tx, ended, 'account_deleted', now, BY_ITSELF)
  return ended
}

/** What nobody ended until its last moment; only so that the row says what is true already, and counts no more. */
export async function endLapsed(
  tx: Transaction,
  sides: { readonly accountId: string; readonly actorId: string },
  now: Date,
): Promise<void> {
  await tx.affected`
    UPDATE mandates SET status = 'ended', ending = 'expired', ended_at = expires_at, code_index = NULL, code_expires_at = NULL
    WHERE (account_id = ${sides.accountId} OR actor_id = ${sides.actorId}) AND status IN ('pending', 'active')
      AND expires_at <= ${now.toISOString()}`
}

function writeEnded(tx: Transaction, ended: readonly Ended[], ending: MandateEnding, at: Date, by: EndedBy): Promise<void> {
  return appendAudits(
    tx,
    ended.map(({ id, account_id }) => ({
      event: 'mandate_ended',
      ...by,
      beneficiaryId: account_id,
      subject: id,
      data: { ending },
      at,
    })),
  )
}
