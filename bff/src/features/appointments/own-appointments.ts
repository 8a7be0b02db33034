import type { AppointmentDto, AppointmentListDto } from '@one-visit/shared/appointments/contract'
import { isActiveAppointment } from '@one-visit/shared/appointments/rules'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { requireVisitsOf, visibleTo } from './asked-by'
import type { AppointmentDeps } from './deps'
import { presentAppointment } from './appointment-presenter'
import { type AppointmentRow, findOwnAppointment } from './appointment-store'
import { type BookingPause, pauseSentence } from './booking-pause'

const PAST_DAYS = 90
const DAY_MS = 86_400_000
const MOST = 200

/**
 * This person's visits, also those that staff entered: to come soonest first, then the past newest first. Under a mandate only
 * those of the item groups that it names.
 */
export async function listAppointments(deps: AppointmentDeps, principal: ResidentPrincipal): Promise<AppointmentListDto> {
  const { accountId } = principal
  const now = deps.clock.now()
  const since = new Date(now.getTime() - PAST_DAYS * DAY_MS).toISOString()
  const { read } = deps.database
  const rows = await read.sql<AppointmentRow[]>`
    SELECT v.* FROM appointments v JOIN accounts a ON a.resident_id_index = v.person_index
    WHERE a.id = ${accountId} AND v.begins_at > ${since} ORDER BY v.begins_at, v.id LIMIT ${MOST}`
  const [pause] = await read.sql<BookingPause[]>`
    SELECT p.* FROM booking_pauses p JOIN accounts a ON a.resident_id_index = p.person_index
    WHERE a.id = ${accountId} AND p.until > ${now.toISOString()}`
  const shown = visibleTo(principal, rows)
  const [active, past] = [shown.filter(isActive), shown.filter((row) => !isActive(row)).reverse()]
  return {
    active: active.map((row) => presentAppointment(deps, row)),
    past: past.map((row) => presentAppointment(deps, row)),
    pausedUntil: pause?.until ?? null,
    pauseReason: pause ? pauseSentence(pause) : null,
  }
}

const isActive = ({ status }: AppointmentRow): boolean => isActiveAppointment(status)

/** Throws what `getOwnAppointment` does. */
export async function viewAppointment(deps: AppointmentDeps, principal: ResidentPrincipal, id: string): Promise<AppointmentDto> {
  return presentAppointment(deps, await getOwnAppointment(deps, principal, id))
}

/** Throws `not_found` for anybody else's, and `mandate_scope` for what a mandate does not name. */
export async function getOwnAppointment(
  deps: AppointmentDeps,
  principal: ResidentPrincipal,
  id: string,
): Promise<AppointmentRow> {
  const row = await findOwnAppointment(deps.database.read, principal.accountId, id)
  if (!row) throw problem('not_found')
  requireVisitsOf(principal, row.item_group)
  return row
}
