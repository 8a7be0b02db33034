import { type Transaction, valuesOf } from '../../../bff/src/platform/database'
import { newId } from '../../../bff/src/platform/ids'
import { OFFICE } from '../visits'
import { type GrownPerson, HAS_VISIT, isMeasured } from './grown-person'
import type { SlotPlace, Slots } from './history'

export type Row = readonly (string | number | boolean | null)[]

/** What fills one table. */
export interface RowKind {
  readonly columns: number
  rowsOf(person: GrownPerson): readonly Row[]
  insert(tx: Transaction, rows: readonly Row[]): Promise<unknown>
}

const PAST_VISITS = 3
/** Prime, so that neighbours come to different places and days. */
const STRIDE = 7919

interface Visit {
  readonly id: string
  readonly slot: SlotPlace
  readonly status: 'booked' | 'done' | 'no_show'
  readonly number: number
}

/** Three visits in the past for everybody, and one to come for every fourth; of those who are measured, today at the county hall. */
export function visitRows(slots: Slots, now: Date): RowKind {
  const here = slots.today.filter(({ office_id }) => office_id === OFFICE)
  return {
    columns: 26,
    rowsOf: (person) => {
      const visits: Visit[] = Array.from({ length: PAST_VISITS }, (_, time) => {
        const number = person.number * PAST_VISITS + time
        const slot = pick(pick(slots.past, number), number * STRIDE)
        return { id: newId(now), slot, number, status: number % 20 === 0 ? 'no_show' : 'done' }
      })
      if (person.visitId !== null) {
        const number = person.number / HAS_VISIT
        const slot = isMeasured(person) ? pick(here, number * STRIDE) : pick(slots.coming, number * STRIDE)
        visits.push({ id: person.visitId, slot, number, status: 'booked' })
      }
      return visits.map((visit) => rowOf(person, visit, now.toISOString()))
    },
    insert: (tx, rows) => tx.sql`
      INSERT INTO appointments (id, number, slot_id, office_id, item_group, date, starts_at, ends_at, begins_at, status, person_index,
        active_place, account_id, name_sealed, resident_id_sealed, phone_sealed, elder, ordinary, channel, actor_kind, actor_id,
        reminders, created_at, checked_in_at, called_at, ended_at)
      VALUES ${valuesOf(rows)}`,
  }
}

function rowOf(person: GrownPerson, { id, slot, status, number }: Visit, now: string): Row {
  const { office_id, item_group, date, starts_at, ends_at, begins_at } = slot
  const ended = status === 'booked' ? null : begins_at
  return [
    ...[id, date.slice(5).replace('-', '') + String(number).padStart(6, '0'), slot.id, office_id, item_group, date],
    ...[starts_at, ends_at, begins_at, status, person.personIndex, 1, person.id],
    ...[person.nameSealed, person.residentIdSealed, person.phoneSealed, number % 4 === 0, true, 'app', 'resident', person.id],
    ...[2, ended ?? now, status === 'done' ? ended : null, status === 'done' ? ended : null, ended],
  ]
}

/** What is booked is counted in the slots as well. */
export function countVisits(tx: Transaction): Promise<number> {
  return tx.affected`
    UPDATE appointment_slots SET booked = v.visits, ordinary = v.visits
    FROM (SELECT slot_id, count(*) AS visits FROM appointments WHERE status = 'booked' GROUP BY slot_id) AS v
    WHERE v.slot_id = appointment_slots.id`
}

export function pick<T>(from: readonly T[], index: number): T {
  const one = from[index % from.length]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}
