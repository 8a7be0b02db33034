import { randomInt } from 'node:crypto'
import { ACTIVE_LIMIT } from '@one-visit/shared/appointments/rules'
import { type AuditEntry, appendAudits } from '../../platform/audit'
import type { Outcome } from '../../platform/batches'
import { type Transaction, valuesOf } from '../../platform/database'
import { type Problem, problem } from '../../platform/errors'
import { newId } from '../../platform/ids'
import type { Appointment } from './appointment.entity'
import { type ActiveVisit, type AppointmentRow, findActiveVisits } from './appointment-store'
import { type BookingPause, findPauses } from './booking-pause'
import { refusalOf, type Wish } from './booking-policy'
import type { AppointmentDeps } from './deps'
import { countIntoSlots, lockSlots, type SlotRow } from './slot-store'
import type { Visitor } from './visitor'

/** One person who wants a place in one slot. */
export interface PlaceRequest {
  readonly slotId: string
  readonly visitor: Visitor
  readonly channel: Appointment['channel']
  readonly actor: { readonly kind: 'resident' | 'staff' | 'volunteer'; readonly id: string }
  /** Under which the actor asks for the person. */
  readonly mandateId: string | null
  readonly standing: Wish['standing']
  readonly audit: { readonly event: string; readonly data: Readonly<Record<string, string>> }
  readonly requestId: string
}

type PlaceDeps = Pick<AppointmentDeps, 'clock' | 'pack'>
type Placed = { readonly request: PlaceRequest; readonly row: AppointmentRow }

/** A number that was drawn already, or a visit that another process has just given to the same person: decide once more. */
const MOST_ROUNDS = 4

/**
 * The one way in which visits get places. Decides in the order of the list, under the locks of all slots concerned, and
 * writes everything in a handful of statements, however many there are. A refusal leaves nothing behind.
 */
export async function placeVisits(
  deps: PlaceDeps,
  tx: Transaction,
  requests: readonly PlaceRequest[],
): Promise<Outcome<AppointmentRow>[]> {
  const now = deps.clock.now()
  const slotIds = requests.map(({ slotId }) => slotId)
  const slots = await lockSlots(tx, slotIds)
  const outcomes = new Map<PlaceRequest, Outcome<AppointmentRow>>()
  for (let round = 1; outcomes.size < requests.length; round += 1) {
    if (round > MOST_ROUNDS) throw new Error('A visit could be neither placed nor refused.')
    const open = requests.filter((request) => !outcomes.has(request))
    const granted = await placeRound(deps, tx, slots, { open, now, outcomes })
    await appendAudits(
      tx,
      granted.map((one) => auditOf(one, now)),
    )
  }
  return requests.flatMap((request) => outcomes.get(request) ?? [])
}

interface Round {
  readonly open: readonly PlaceRequest[]
  readonly now: Date
  readonly outcomes: Map<PlaceRequest, Outcome<AppointmentRow>>
}

/** Settles whom it can; a visit whose row met a unique index stays open for the next round. */
async function placeRound(
  deps: PlaceDeps,
  tx: Transaction,
  slots: Map<string, SlotRow>,
  { open, now, outcomes }: Round,
): Promise<Placed[]> {
  const people = open.map(({ visitor }) => visitor.personIndex)
  const active = await findActiveVisits(tx, people)
  const state = { slots: new Map(slots), active, pauses: await findPauses(tx, people, now) }
  const placed: Placed[] = []
  for (const request of open) {
    const decision = decide(deps, state, request, now)
    if ('row' in decision) placed.push(decision)
    else outcomes.set(request, { ok: false, error: decision.refusal })
  }
  const inserted = await insertVisits(tx, placed)
  const granted = placed.filter(({ row }) => inserted.has(row.id))
  for (const { request, row } of granted) outcomes.set(request, { ok: true, reply: row })
  await countIn(tx, slots, granted)
  return granted
}

/** One visit alone; throws its refusal, so that the transaction rolls back whatever led here. */
export async function placeVisit(deps: PlaceDeps, tx: Transaction, request: PlaceRequest): Promise<AppointmentRow> {
  const [outcome] = await placeVisits(deps, tx, [request])
  if (outcome?.ok === true) return outcome.reply
  throw outcome ? outcome.error : new Error('A visit was neither placed nor refused.')
}

interface State {
  readonly slots: Map<string, SlotRow>
  readonly active: ActiveVisit[]
  readonly pauses: readonly BookingPause[]
}

/** Grants in memory what is granted, so that the next of the list sees it. */
function decide(deps: PlaceDeps, state: State, request: PlaceRequest, now: Date): Placed | { readonly refusal: Problem } {
  const slot = state.slots.get(request.slotId)
  if (!slot) return { refusal: problem('slot_closed') }
  const { personIndex } = request.visitor
  const active = state.active.filter((visit) => visit.person_index === personIndex)
  const pause = state.pauses.find((one) => one.person_index === personIndex) ?? null
  const ordinary = isOrdinary(request)
  const refusal = refusalOf(
    { slot, channel: request.channel, ordinary, standing: request.standing, active, pause },
    deps.pack,
    now,
  )
  if (refusal) return { refusal }
  const row = rowOf(request, slot, lowestFreePlace(active), now)
  state.slots.set(slot.id, { ...slot, booked: slot.booked + 1, ordinary: slot.ordinary + row.ordinary })
  state.active.push(row)
  return { request, row }
}

const isOrdinary = ({ visitor, channel }: PlaceRequest): boolean => !visitor.elder && channel !== 'proxy'

/** 1, 2 or 3: with its unique index, two processes cannot give one person a fourth visit. */
function lowestFreePlace(active: readonly ActiveVisit[]): number {
  const taken = new Set(active.map(({ active_place }) => active_place))
  for (let place = 1; place <= ACTIVE_LIMIT; place += 1) if (!taken.has(place)) return place
  throw new Error('The rules let a person through who has all visits they may have.')
}

function rowOf(
  { visitor, channel, actor, ...request }: PlaceRequest,
  slot: SlotRow,
  activePlace: number,
  now: Date,
): AppointmentRow {
  return {
    id: newId(now),
    number: newNumber(slot.date),
    slot_id: slot.id,
    office_id: slot.office_id,
    item_group: slot.item_group,
    date: slot.date,
    starts_at: slot.starts_at,
    ends_at: slot.ends_at,
    begins_at: slot.begins_at,
    status: 'booked',
    person_index: visitor.personIndex,
    active_place: activePlace,
    account_id: visitor.accountId,
    name_sealed: visitor.nameSealed,
    resident_id_sealed: visitor.residentIdSealed,
    phone_sealed: visitor.phoneSealed,
    elder: Number(visitor.elder),
    ordinary: Number(isOrdinary({ visitor, channel, actor, ...request })),
    channel,
    actor_kind: actor.kind,
    actor_id: actor.id,
    ticket: null,
    ticket_order: null,
    window_label: null,
    checked_in_at: null,
    called_at: null,
    ended_at: null,
    ended_by: null,
    ended_reason: null,
    moved_to: null,
    reminders: 0,
    created_at: now.toISOString(),
  }
}

/** Month and day, then six random digits: short enough to read out, and not to be counted through. */
const newNumber = (date: string): string =>
  `${date.slice(5, 7)}${date.slice(8, 10)}${String(randomInt(1_000_000)).padStart(6, '0')}`

/** The ids that went in. In the order of the people, so that two processes never wait for each other in a circle. */
async function insertVisits(tx: Transaction, placed: readonly Placed[]): Promise<Set<string>> {
  if (placed.length === 0) return new Set()
  const rows = placed.map(({ row }) => row).sort((a, b) => (a.person_index < b.person_index ? -1 : 1))
  const inserted = await tx.sql<{ id: string }[]>`
    INSERT INTO appointments (id, number, slot_id, office_id, item_group, date, starts_at, ends_at, begins_at, status, person_index,
      active_place, account_id, name_sealed, resident_id_sealed, phone_sealed, elder, ordinary, channel, actor_kind, actor_id,
      reminders, created_at)
    VALUES ${valuesOf(rows.map(columnsOf))}
    ON CONFLICT DO NOTHING RETURNING id`
  return new Set(inserted.map(({ id }) => id))
}

const columnsOf = (row: AppointmentRow) => [
  ...[row.id, row.number, row.slot_id, row.office_id, row.item_group, row.date, row.starts_at, row.ends_at, row.begins_at],
  ...[row.status, row.person_index, row.active_place, row.account_id, row.name_sealed, row.resident_id_sealed, row.phone_sealed],
  ...[row.elder, row.ordinary, row.channel, row.actor_kind, row.actor_id, row.reminders, row.created_at],
]

async function countIn(tx: Transaction, slots: Map<string, SlotRow>, granted: readonly Placed[]): Promise<void> {
  const counts = [...slots.values()].flatMap((slot) => {
    const rows = granted.filter(({ row }) => row.slot_id === slot.id).map(({ row }) => row)
    const ordinary = rows.reduce((sum, row) => sum + row.ordinary, 0)
    return rows.length === 0 ? [] : [{ slot, booked: rows.length, ordinary }]
  })
  for (const slot of await countIntoSlots(tx, counts)) slots.set(slot.id, slot)
}

const auditOf = ({ request, row }: Placed, now: Date): AuditEntry => ({
  event: request.audit.event,
  actor: request.actor,
  beneficiaryId: row.account_id,
  mandateId: request.mandateId,
  subject: row.id,
  data: { ...request.audit.data, slot: row.slot_id },
  requestId: request.requestId,
  at: now,
})
