import type { AppointmentStatus } from '@one-visit/shared/appointments/rules'
import { listOf, type Reader } from '../../platform/database'
import type { Appointment } from './appointment.entity'

/** A row of `appointments` as SQL hands it over. */
export interface AppointmentRow {
  readonly id: string
  readonly number: string
  readonly slot_id: string
  readonly office_id: string
  readonly item_group: string
  readonly date: string
  readonly starts_at: string
  readonly ends_at: string
  readonly begins_at: string
  readonly status: AppointmentStatus
  readonly person_index: string
  readonly active_place: number
  readonly account_id: string | null
  readonly name_sealed: string | null
  readonly resident_id_sealed: string | null
  readonly phone_sealed: string | null
  readonly elder: number
  readonly ordinary: number
  readonly channel: Appointment['channel']
  readonly actor_kind: Appointment['actorKind']
  readonly actor_id: string | null
  readonly ticket: string | null
  readonly ticket_order: number | null
  readonly window_label: string | null
  readonly checked_in_at: string | null
  readonly called_at: string | null
  readonly ended_at: string | null
  readonly ended_by: Appointment['endedBy']
  readonly ended_reason: string | null
  readonly moved_to: string | null
  readonly reminders: number
  readonly created_at: string
}

export async function findAppointment(read: Reader, id: string): Promise<AppointmentRow | null> {
  const [row] = await read.sql<AppointmentRow[]>`SELECT * FROM appointments WHERE id = ${id}`
  return row ?? null
}

/** A visit of this account's person, also when staff entered it; null for anybody else's. */
export async function findOwnAppointment(read: Reader, accountId: string, id: string): Promise<AppointmentRow | null> {
  const [row] = await read.sql<AppointmentRow[]>`
    SELECT v.* FROM appointments v JOIN accounts a ON a.resident_id_index = v.person_index
    WHERE v.id = ${id} AND a.id = ${accountId}`
  return row ?? null
}

/** The visit of this person and item group that still holds a place. */
export async function findActiveOf(read: Reader, personIndex: string, itemGroup: string): Promise<AppointmentRow | null> {
  const [row] = await read.sql<AppointmentRow[]>`
    SELECT * FROM appointments
    WHERE person_index = ${personIndex} AND item_group = ${itemGroup} AND status IN ('booked', 'checked_in', 'serving')`
  return row ?? null
}

/** What people already have, as far as the rules ask. */
export interface ActiveVisit {
  readonly person_index: string
  readonly item_group: string
  readonly active_place: number
}

export function findActiveVisits(read: Reader, people: readonly string[]): Promise<ActiveVisit[]> {
  return read.sql<ActiveVisit[]>`
    SELECT person_index, item_group, active_place FROM appointments
    WHERE person_index IN ${listOf(people)} AND status IN ('booked', 'checked_in', 'serving')`
}
