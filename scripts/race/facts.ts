import type { AppointmentStatus } from '@one-visit/shared/appointments/rules'
import type { Reader } from '../../bff/src/platform/database'

export interface SlotFact {
  readonly id: string
  readonly office: string
  readonly date: string
  readonly beginsAt: string
  readonly state: 'open' | 'paused' | 'closed'
  readonly capacity: number
  readonly kept: number
  readonly booked: number
  readonly held: number
  readonly ordinary: number
}

export interface VisitFact {
  readonly id: string
  readonly slotId: string
  readonly office: string
  readonly itemGroup: string
  readonly date: string
  readonly status: AppointmentStatus
  readonly person: string
  readonly accountId: string | null
  readonly actorId: string | null
  readonly ordinary: number
  readonly movedTo: string | null
  readonly checkedInAt: string | null
}

export interface EntryFact {
  readonly id: string
  readonly slotId: string
  readonly person: string
  readonly accountId: string | null
  readonly cause: 'freed' | 'office_closed'
  readonly status: 'waiting' | 'offered' | 'taken' | 'expired' | 'left'
  readonly ordinary: number
  readonly offerEndsAt: string | null
}

export interface CoolingFact {
  readonly id: string
  readonly slotId: string
  readonly reappearsAt: string
}

export interface AuditFact {
  readonly event: string
  readonly subject: string | null
}

/** What the database says; of the slots, those that anybody ever wanted. */
export interface Facts {
  readonly slots: readonly SlotFact[]
  readonly visits: readonly VisitFact[]
  readonly entries: readonly EntryFact[]
  readonly cooling: readonly CoolingFact[]
  readonly audit: readonly AuditFact[]
}

export async function readFacts(read: Reader): Promise<Facts> {
  return {
    slots: await read.sql<SlotFact[]>`
      SELECT id, office_id AS office, date, begins_at AS "beginsAt", state, capacity, kept, booked, held, ordinary
      FROM appointment_slots
      WHERE booked <> 0 OR held <> 0 OR ordinary <> 0 OR id IN (SELECT slot_id FROM appointments)
        OR id IN (SELECT slot_id FROM waiting_entries) OR id IN (SELECT slot_id FROM cooling_places)`,
    visits: await read.sql<VisitFact[]>`
      SELECT id, slot_id AS "slotId", office_id AS office, item_group AS "itemGroup", date, status, person_index AS person,
             account_id AS "accountId", actor_id AS "actorId", ordinary, moved_to AS "movedTo", checked_in_at AS "checkedInAt"
      FROM appointments`,
    entries: await read.sql<EntryFact[]>`
      SELECT id, slot_id AS "slotId", person_index AS person, account_id AS "accountId", cause, status, ordinary,
             offer_ends_at AS "offerEndsAt" FROM waiting_entries`,
    cooling: await read.sql<CoolingFact[]>`
      SELECT id, slot_id AS "slotId", reappears_at AS "reappearsAt" FROM cooling_places`,
    audit: await read.sql<AuditFact[]>`SELECT event, subject FROM audit_records`,
  }
}

/** Slots in which more people have or are kept a place than there are places: one statement, so that it is true of one moment. */
export function findOverbooked(read: Reader): Promise<{ id: string; capacity: number; taken: number }[]> {
  return read.sql`
    SELECT s.id, s.capacity, CAST(counted.taken AS integer) AS taken
    FROM appointment_slots s JOIN (
      SELECT slot_id, sum(people) AS taken FROM (
        SELECT slot_id, count(*) AS people FROM appointments
        WHERE status IN ('booked', 'checked_in', 'serving', 'done', 'no_show') GROUP BY slot_id
        UNION ALL SELECT slot_id, count(*) FROM waiting_entries WHERE status = 'offered' GROUP BY slot_id
        UNION ALL SELECT slot_id, count(*) FROM cooling_places GROUP BY slot_id) places
      GROUP BY slot_id) counted ON counted.slot_id = s.id
    WHERE counted.taken > s.capacity`
}
