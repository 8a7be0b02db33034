import type { MandateEvidence } from '@one-visit/shared/proxy/rules'
import { endLapsed } from '../../../identity/mandate-ending'
import { Mandate } from '../../../identity/mandate.entity'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { holdOpenTask } from './mandate-task'
import { lockSides, requireRoom } from './mandate-limits'

const DAY_MS = 86_400_000

/**
 * The person has agreed: the mandate holds from now on, for the days that were asked for. Throws `mandate_not_pending` when it
 * was answered, ended or has lapsed in the meantime, and `mandate_limit_reached`.
 */
export async function activateMandate(
  tx: Transaction,
  asked: Pick<Mandate, 'id' | 'accountId' | 'actorKind' | 'actorId'>,
  evidence: MandateEvidence,
  now: Date,
): Promise<Mandate> {
  await lockSides(tx, asked)
  await endLapsed(tx, asked, now)
  const mandate = await tx.findOneByOrFail(Mandate, { id: asked.id })
  if (mandate.status !== 'pending' || !(await isTaskOpen(tx, mandate))) throw problem('mandate_not_pending')
  await requireRoom(tx, mandate, 'agreeing')
  const expiresAt = new Date(now.getTime() + mandate.days * DAY_MS).toISOString()
  const activated = await tx.affected`
    UPDATE mandates SET status = 'active', evidence = ${evidence}, starts_at = ${now.toISOString()}, expires_at = ${expiresAt},
      code_index = NULL, code_expires_at = NULL
    WHERE id = ${mandate.id} AND status = 'pending'`
  if (activated === 0) throw problem('mandate_not_pending')
  return tx.findOneByOrFail(Mandate, { id: mandate.id })
}

async function isTaskOpen(tx: Transaction, { taskId, actorId }: Mandate): Promise<boolean> {
  return taskId === null || holdOpenTask(tx, taskId, actorId)
}
