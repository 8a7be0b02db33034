import { randomInt } from 'node:crypto'
import { presentAppointment } from '../../bff/src/features/appointments/appointment-presenter'
import type { AppointmentRow } from '../../bff/src/features/appointments/appointment-store'
import { visitFactsOf } from '../../bff/src/features/appointments/visit-facts'
import { bookedNotice } from '../../bff/src/features/appointments/visit-notices'
import { SEALED } from '../../bff/src/identity/person'
import { newId } from '../../bff/src/platform/ids'
import { bareOnce } from './bare-once'
import type { BareDeps, PersonRow } from './bare-people'

const ACTIVE = `SELECT item_group, active_place FROM appointments
  WHERE person_index = ? AND status IN ('booked', 'checked_in', 'serving')`
const PAUSE = 'SELECT until FROM booking_pauses WHERE person_index = ? AND until > ?'
const TAKE_PLACE = `UPDATE appointment_slots SET booked = booked + 1, ordinary = ordinary + ?
  WHERE id = ? AND state = 'open' AND begins_at > ? AND booked + held < capacity AND (? = 0 OR ordinary < capacity - kept)
  RETURNING office_id, item_group, date, starts_at, ends_at, begins_at`
const VISIT = `INSERT INTO appointments (id, number, slot_id, office_id, item_group, date, starts_at, ends_at, begins_at, status,
    person_index, active_place, account_id, name_sealed, resident_id_sealed, phone_sealed, elder, ordinary, channel, actor_kind,
    actor_id, reminders, created_at)
  VALUES (@id, @number, @slot_id, @office_id, @item_group, @date, @starts_at, @ends_at, @begins_at, @status, @person_index,
    @active_place, @account_id, @name_sealed, @resident_id_sealed, @phone_sealed, @elder, @ordinary, @channel, @actor_kind,
    @actor_id, @reminders, @created_at) ON CONFLICT (date, number) DO NOTHING`
const AUDIT = `INSERT INTO audit_records (id, at, event, actor_kind, actor_id, beneficiary_id, subject, data, request_id)
  VALUES (?, ?, 'appointment_booked', 'resident', ?, ?, ?, ?, NULL)`
const MESSAGE = `INSERT INTO outbox_messages (id, topic, payload, dedupe_key, status, attempts, due_at, created_at, last_error)
  VALUES (?, 'visit_notice', ?, ?, 'waiting', 0, ?, ?, NULL) ON CONFLICT (dedupe_key) DO NOTHING`

type Taken = Pick<AppointmentRow, 'office_id' | 'item_group' | 'date' | 'starts_at' | 'ends_at' | 'begins_at'>

type NumberedRow = AppointmentRow & { number: string }

interface Wish {
  readonly slotId: string
  readonly person: PersonRow
}

/** Books as the BFF does: the same rows read and written, but one person at a time. */
export function bareBook(deps: BareDeps): (person: PersonRow, body: { slotId: string }, key: string) => unknown {
  const take = placeTaker(deps)
  const insertVisit = deps.database.prepare(VISIT)
  const insertAudit = deps.database.prepare(AUDIT)
  const insertMessage = deps.database.prepare(MESSAGE)
  const once = bareOnce(deps, 'POST /v1/appointments', ({ person, slotId }: Wish) => {
    const now = deps.clock.now()
    const at = now.toISOString()
    const row = take(person, slotId, now)
    // A number that somebody has is drawn again.
    while (insertVisit.run(row).changes === 0) row.number = newNumber(row.date)
    insertAudit.run(newId(now), at, person.id, person.id, row.id, JSON.stringify({ slot: slotId }))
    const notice = bookedNotice(visitFactsOf(deps.pack, row), { accountId: person.id, phone: null })
    const payload = deps.crypto.seal(JSON.stringify(notice), 'outbox.payload:visit_notice')
    insertMessage.run(newId(now), payload, notice.occasion, at, at)
    return presentAppointment(deps, row)
  })
  return (person, { slotId }, key) => once({ person, slotId }, { accountId: person.id, key })
}

function placeTaker({ database, crypto }: BareDeps): (person: PersonRow, slotId: string, now: Date) => NumberedRow {
  const findActive = database.prepare<[string], Pick<AppointmentRow, 'item_group' | 'active_place'>>(ACTIVE)
  const findPause = database.prepare(PAUSE)
  const takePlace = database.prepare<[number, string, string, number], Taken>(TAKE_PLACE)
  return (person, slotId, now) => {
    const at = now.toISOString()
    const index = person.residentIdIndex ?? ''
    const active = findActive.all(index)
    if (active.length >= 3 || findPause.get(index, at) !== undefined) throw new Error('refused')
    const elder = isElder(crypto.open(person.residentIdSealed ?? '', SEALED.residentId), at)
    const ordinary = elder ? 0 : 1
    const slot = takePlace.get(ordinary, slotId, at, ordinary)
    if (!slot || active.some((visit) => visit.item_group === slot.item_group)) throw new Error('refused')
    const places = active.map(({ active_place }) => active_place)
    return {
      ...slot,
      ...{ id: newId(now), number: newNumber(slot.date), slot_id: slotId, status: 'booked' as const, person_index: index },
      ...{ active_place: [1, 2, 3].find((place) => !places.includes(place)) ?? 0, account_id: person.id },
      ...{ name_sealed: person.nameSealed, resident_id_sealed: person.residentIdSealed, phone_sealed: person.phoneSealed },
      ...{ elder: Number(elder), ordinary, channel: 'app' as const, actor_kind: 'resident' as const, actor_id: person.id },
      ...{ ticket: null, ticket_order: null, window_label: null, checked_in_at: null, called_at: null, ended_at: null },
      ...{ ended_by: null, ended_reason: null, moved_to: null, reminders: 0, created_at: at },
    }
  }
}

const isElder = (residentId: string, at: string): boolean =>
  `${Number(residentId.slice(6, 10)) + 60}${residentId.slice(10, 14)}` <= at.slice(0, 10).replaceAll('-', '')

const newNumber = (date: string): string => `${date.slice(5).replace('-', '')}${String(randomInt(1_000_000)).padStart(6, '0')}`
