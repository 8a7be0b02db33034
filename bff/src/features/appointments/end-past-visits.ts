import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { appendAudits } from '../../platform/audit'
import { listOf, type Transaction } from '../../platform/database'
import type { AppointmentRow } from './appointment-store'
import { pauseIfDue } from './booking-pause'
import type { AppointmentDeps } from './deps'
import { recipientOf, visitFactsOf } from './visit-facts'
import { enqueueVisitNotices, pausedNotice } from './visit-notices'

type EndDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'crypto' | 'pack' | 'outbox'>

const BATCH = 50

/**
 * Ends the visits of days gone by that nobody has ended, so that they stand in nobody's way. Who never checked in did not come:
 * but only where the counter checked people in that day, because a counter that writes nothing down must not cost anybody
 * their bookings. Everybody else counts as served.
 */
export async function endPastVisits(deps: EndDeps, signal: AbortSignal): Promise<void> {
  const today = localDateAt(deps.clock.now())
  for (let ended = BATCH; ended === BATCH && !signal.aborted;) {
    ended = await deps.database.inTransaction((tx) => endBatch(deps, tx, today))
  }
}

async function endBatch(deps: EndDeps, tx: Transaction, today: string): Promise<number> {
  const left = await tx.sql<(AppointmentRow & { checks_in: number })[]>`
    SELECT v.*, CASE WHEN EXISTS (
      SELECT 1 FROM ticket_counters t WHERE t.office_id = v.office_id AND t.item_group = v.item_group AND t.date = v.date)
      THEN 1 ELSE 0 END AS checks_in
    FROM appointments v WHERE v.date < ${today} AND v.status IN ('booked', 'checked_in', 'serving')
    ORDER BY v.date, v.id LIMIT ${BATCH}`
  const missed = left.filter(({ status, checks_in }) => status === 'booked' && checks_in === 1)
  const served = left.filter((visit) => !missed.includes(visit))
  const ended = [...(await end(deps, tx, missed, 'no_show')), ...(await end(deps, tx, served, 'done'))]
  await appendAudits(
    tx,
    ended.map((visit) => ({
      event: 'visit_ended_by_date',
      actor: { kind: 'system' as const, id: null },
      beneficiaryId: visit.account_id,
      subject: visit.id,
      data: { to: visit.status },
      at: deps.clock.now(),
    })),
  )
  for (const visit of ended) if (visit.status === 'no_show') await pauseAfterNoShow(deps, tx, visit)
  return left.length
}

/** Conditional, because staff may be writing something down at the same moment. */
async function end(
  { clock }: EndDeps,
  tx: Transaction,
  visits: readonly AppointmentRow[],
  status: 'done' | 'no_show',
): Promise<AppointmentRow[]> {
  if (visits.length === 0) return []
  return tx.sql<AppointmentRow[]>`
    UPDATE appointments SET status = ${status}, ended_at = ${clock.now().toISOString()}
    WHERE id IN ${listOf(visits.map(({ id }) => id))} AND status IN ('booked', 'checked_in', 'serving') RETURNING *`
}

/** Pauses booking when this no-show was one too many, and tells the person. */
export async function pauseAfterNoShow(
  deps: Pick<AppointmentDeps, 'clock' | 'crypto' | 'pack' | 'outbox'>,
  tx: Transaction,
  visit: AppointmentRow,
): Promise<void> {
  const pause = await pauseIfDue(tx, visit.person_index, deps.clock.now())
  if (!pause) return
  const notice = pausedNotice(visitFactsOf(deps.pack, visit), recipientOf(deps, visit), pause.until, pause.reason)
  await enqueueVisitNotices(deps.outbox, tx, [notice])
}
