import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { type LocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { Once } from '../../../platform/http/handler-types'
import type { AppointmentRow } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { requireOffice, requireWindows } from './board-policy'
import { auditOf, type StaffAct } from './staff-act'
import { presentBoardVisit } from './visit-presenter'

type CallDeps = Pick<AppointmentDeps, 'pack' | 'crypto'>

interface CallNext {
  readonly office: string
  readonly itemGroup: string
  readonly window: string
}

/** Calls the next person of today who has checked in; two windows never get the same one. Throws `queue_empty`. */
export async function callNext(deps: CallDeps, act: StaffAct, input: CallNext, once: Once): Promise<BoardVisitDto> {
  requireWindows(requireOffice(deps.pack, act.staff, input.office), input.itemGroup)
  return once(async (tx) => {
    const row = await takeNext(tx, input, localDateAt(act.at), act.at)
    await appendAudit(tx, {
      ...auditOf(act),
      event: 'visit_called',
      beneficiaryId: row.account_id,
      subject: row.id,
      data: { ticket: row.ticket ?? '', window: input.window },
    })
    return presentBoardVisit(tx, row, deps)
  })
}

/**
 * The order: slot, elders first within it, then as they came. On PostgreSQL two windows may choose the same person at once: the
 * second waits for the first, finds the condition gone, and chooses anew.
 */
async function takeNext(tx: Transaction, call: CallNext, today: LocalDate, at: Date): Promise<AppointmentRow> {
  for (;;) {
    const [next] = await tx.sql<{ id: string }[]>`
      SELECT id FROM appointments
      WHERE date = ${today} AND office_id = ${call.office} AND item_group = ${call.itemGroup}
        AND status = 'checked_in' AND called_at IS NULL
      ORDER BY starts_at, elder DESC, ticket_order LIMIT 1`
    if (!next) throw problem('queue_empty')
    const [taken] = await tx.sql<AppointmentRow[]>`
      UPDATE appointments SET called_at = ${at.toISOString()}, window_label = ${call.window}
      WHERE id = ${next.id} AND status = 'checked_in' AND called_at IS NULL RETURNING *`
    if (taken) return taken
  }
}
