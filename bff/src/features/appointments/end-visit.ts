import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { AppointmentRow } from './appointment-store'
import { releasePlace, type ReleaseDeps } from './release-place'
import type { SlotRow } from './slot-store'

export interface VisitEnd {
  readonly status: 'cancelled' | 'moved'
  readonly by: 'person' | 'office'
  /** In plain words, read by the person; null when they ended it themselves. */
  readonly reason: string | null
}

/**
 * Ends a booked visit and gives its place up; `slot` is locked. Throws `appointment_not_changeable` when somebody else was
 * faster. Hands both back as they are now.
 */
export async function endVisit(
  deps: ReleaseDeps,
  tx: Transaction,
  visit: AppointmentRow,
  slot: SlotRow,
  end: VisitEnd,
): Promise<{ visit: AppointmentRow; slot: SlotRow }> {
  const ended = await markEnded(deps, tx, visit, end)
  return { visit: ended, slot: await releasePlace(deps, tx, slot, { ordinary: ended.ordinary === 1 }) }
}

/** Only the visit's row: for a visit that moves, whose new place must be had before the old one is given up. */
export async function markEnded(
  { clock }: Pick<ReleaseDeps, 'clock'>,
  tx: Transaction,
  visit: AppointmentRow,
  { status, by, reason }: VisitEnd,
): Promise<AppointmentRow> {
  const [ended] = await tx.sql<AppointmentRow[]>`
    UPDATE appointments
    SET status = ${status}, ended_at = ${clock.now().toISOString()}, ended_by = ${by}, ended_reason = ${reason}
    WHERE id = ${visit.id} AND status = 'booked' RETURNING *`
  if (!ended) throw problem('appointment_not_changeable')
  return ended
}
