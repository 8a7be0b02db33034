import type { BoardVisitListDto } from '@one-visit/shared/appointments/board-contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { appendAudit } from '../../../platform/audit'
import type { Reader } from '../../../platform/database'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { AppointmentRow } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { requireOffice } from './board-policy'
import { auditOf, type StaffAct } from './staff-act'
import { presentBoardVisits } from './visit-presenter'

type ListDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'pack' | 'crypto'>

interface Day {
  readonly office: string
  readonly date: LocalDate
}

/** The visits of an office's day, or of one slot of it, in the order they are served; those that were given up come last. */
export async function listVisits(
  deps: ListDeps,
  staff: StaffPrincipal,
  query: Day & { readonly slot?: string | undefined },
): Promise<BoardVisitListDto> {
  requireOffice(deps.pack, staff, query.office)
  const rows =
    query.slot === undefined ? await visitsOfDay(deps.database.read, query) : await visitsOfSlot(deps, query, query.slot)
  const inOrder = [...rows.filter(isComing), ...rows.filter((row) => !isComing(row))]
  return { items: await presentBoardVisits(deps.database.read, inOrder, deps) }
}

/**
 * The day to take along, without those who gave their visit up: paper holds no more than the counter needs. Who takes it and why
 * is written down before anything is handed over.
 */
export async function takeDayList(
  deps: ListDeps,
  act: StaffAct,
  input: Day & { readonly reason: string },
): Promise<BoardVisitListDto> {
  const { office, date, reason } = input
  requireOffice(deps.pack, act.staff, office)
  const rows = (await visitsOfDay(deps.database.read, input)).filter(isComing)
  await deps.database.inTransaction((tx) =>
    appendAudit(tx, {
      ...auditOf(act),
      event: 'day_list_taken',
      subject: office,
      data: { date, reason, visits: String(rows.length) },
    }),
  )
  return { items: await presentBoardVisits(deps.database.read, rows, deps) }
}

const isComing = ({ status }: AppointmentRow): boolean => status !== 'cancelled' && status !== 'moved'

function visitsOfDay(read: Reader, { office, date }: Day): Promise<AppointmentRow[]> {
  return read.sql<AppointmentRow[]>`
    SELECT * FROM appointments WHERE date = ${date} AND office_id = ${office}
    ORDER BY starts_at, elder DESC, COALESCE(ticket_order, 100000), created_at, id`
}

function visitsOfSlot({ database }: ListDeps, { office, date }: Day, slotId: string): Promise<AppointmentRow[]> {
  return database.read.sql<AppointmentRow[]>`
    SELECT * FROM appointments WHERE slot_id = ${slotId} AND date = ${date} AND office_id = ${office}
    ORDER BY starts_at, elder DESC, COALESCE(ticket_order, 100000), created_at, id`
}
