import type { AppointmentDto, AppointmentListDto } from '@one-visit/shared/appointments/contract'
import { isActiveAppointment } from '@one-visit/shared/appointments/rules'
import { problem } from '../../platform/errors'
import type { AppointmentDeps } from './deps'
import { presentAppointment } from './appointment-presenter'
import { type AppointmentRow, findOwnAppointment } from './appointment-store'
import { type BookingPause, pauseSentence } from './booking-pause'

const PAST_DAYS = 90
const DAY_MS = 86_400_000
const MOST = 200

/** This person's visits, also those that staff entered: to come soonest first, then the past newest first. */
export async function listAppointments(deps: AppointmentDeps, accountId: string): Promise<AppointmentListDto> {
  const now = deps.clock.now()
  const since = new Date(now.getTime() - PAST_DAYS * DAY_MS).toISOString()
  const { read } = deps.database
  const rows = await read.sql<AppointmentRow[]>`
    SELECT v.* FROM appointments v JOIN accounts a ON a.resident_id_index = v.person_index
    WHERE a.id = ${accountId} AND v.begins_at > ${since} ORDER BY v.begins_at, v.id LIMIT ${MOST}`
  const [pause] = await read.sql<BookingPause[]>`
    SELECT p.* FROM booking_pauses p JOIN accounts a ON a.resident_id_index = p.person_index
    WHERE a.id = ${accountId} AND p.until > ${now.toISOString()}`
  const [active, past] = [rows.filter(isActive), rows.filter((row) => !isActive(row)).reverse()]
  return {
    active: active.map((row) => presentAppointment(deps, row)),
    past: past.map((row) => presentAppointment(deps, row)),
    pausedUntil: pause?.until ?? null,
    pauseReason: pause ? pauseSentence(pause) : null,
  }
}

const isActive = ({ status }: AppointmentRow): boolean => isActiveAppointment(status)

/** Throws `not_found` for anybody else's. */
export async function viewAppointment(deps: AppointmentDeps, accountId: string, id: string): Promise<AppointmentDto> {
  return presentAppointment(deps, await getOwnAppointment(deps, accountId, id))
}

export async function getOwnAppointment(deps: AppointmentDeps, accountId: string, id: string): Promise<AppointmentRow> {
  const row = await findOwnAppointment(deps.database.read, accountId, id)
  if (!row) throw problem('not_found')
  return row
}
