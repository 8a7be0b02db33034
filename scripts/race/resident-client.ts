import { setTimeout as pause } from 'node:timers/promises'
import type { AppointmentListDto, WaitingListDto } from '@one-visit/shared/appointments/contract'
import type { ArenaSlot } from './arena'
import type { Caller, Order } from './caller'
import type { Answer } from './history'
import { type Intention, intentions, RESIDENT_WISHES, type ResidentWish } from './intentions'
import { atShare } from './random'
import type { SignedIn } from './seed'

/** What a client knows of one of its people, by the answers it had. */
export interface ResidentState extends SignedIn {
  visits: { readonly id: string; readonly itemGroup: string }[]
  entries: { readonly id: string; readonly slotId: string; readonly offered: boolean }[]
}

export interface ClientSetting {
  readonly name: string
  readonly seed: number
  readonly caller: Caller
  readonly arena: readonly ArenaSlot[]
  /** False when the race is over. */
  readonly goesOn: () => boolean
}

interface Turn {
  readonly setting: ClientSetting
  readonly people: readonly ResidentState[]
  readonly intention: Intention<ResidentWish>
}

const LONGEST_PAUSE_MS = 60

/** Books, moves, cancels and waits for some people, one thing after the other, until the race is over. */
export async function runResidents(setting: ClientSetting, residents: readonly SignedIn[]): Promise<void> {
  const people = residents.map((resident) => ({ ...resident, visits: [], entries: [] }))
  for (const intention of intentions(setting.seed, setting.name, RESIDENT_WISHES, LONGEST_PAUSE_MS)) {
    if (!setting.goesOn()) return
    await ACTS[intention.wish]({ setting, people, intention })
    await pause(intention.pauseMs)
  }
}

const ACTS: Readonly<Record<ResidentWish, (turn: Turn) => Promise<void>>> = {
  book,
  move,
  cancel,
  join,
  leave,
  accept,
  look: (turn) => look(turn, atShare(turn.people, turn.intention.person)),
}

type Wanted = Pick<Order, 'kind' | 'path'> & Partial<Pick<Order, 'method' | 'target' | 'slotId' | 'body' | 'keyed'>>

function call({ setting, intention }: Turn, who: ResidentState, wanted: Wanted): Promise<Answer | null> {
  const usual = { method: 'POST', target: null, slotId: null, keyed: true } as const
  return setting.caller.call({
    ...{ client: setting.name, actor: who.id, token: who.token, network: intention.network },
    ...{ ...usual, ...wanted },
  })
}

const done = (answer: Answer | null): answer is Answer => answer !== null && answer.status < 300
const idOf = (answer: Answer): string => (answer.body as { id: string }).id

async function book(turn: Turn): Promise<void> {
  const who = atShare(turn.people, turn.intention.person)
  const slot = atShare(turn.setting.arena, turn.intention.slot)
  if (!who || !slot) return
  const answer = await call(turn, who, { kind: 'book', path: '/v1/appointments', slotId: slot.id, body: { slotId: slot.id } })
  if (done(answer)) who.visits.push({ id: idOf(answer), itemGroup: slot.itemGroup })
}

/** Somebody with a visit, and one of theirs. */
function visitOf({ people, intention }: Turn): { who: ResidentState; visit: ResidentState['visits'][number] } | null {
  const who = atShare(
    people.filter(({ visits }) => visits.length > 0),
    intention.person,
  )
  const visit = who && atShare(who.visits, intention.which)
  return who && visit ? { who, visit } : null
}

async function move(turn: Turn): Promise<void> {
  const found = visitOf(turn)
  if (!found) return book(turn)
  const { who, visit } = found
  const slot = atShare(
    turn.setting.arena.filter(({ itemGroup }) => itemGroup === visit.itemGroup),
    turn.intention.slot,
  )
  if (!slot) return
  const path = `/v1/appointments/${visit.id}/move`
  const answer = await call(turn, who, { kind: 'move', path, target: visit.id, slotId: slot.id, body: { slotId: slot.id } })
  if (done(answer)) who.visits = [...who.visits.filter((one) => one !== visit), { ...visit, id: idOf(answer) }]
  else if (codeOf(answer) === 'appointment_not_changeable') forgetVisit(who, visit.id)
}

async function cancel(turn: Turn): Promise<void> {
  const found = visitOf(turn)
  if (!found) return book(turn)
  const { who, visit } = found
  const path = `/v1/appointments/${visit.id}/cancellation`
  const answer = await call(turn, who, { kind: 'cancel', path, target: visit.id, keyed: false })
  if (done(answer) || codeOf(answer) === 'appointment_not_changeable') forgetVisit(who, visit.id)
}

async function join(turn: Turn): Promise<void> {
  const who = atShare(turn.people, turn.intention.person)
  const slot = atShare(turn.setting.arena, turn.intention.slot)
  if (!who || !slot) return
  const answer = await call(turn, who, { kind: 'join', path: '/v1/waiting-entries', slotId: slot.id, body: { slotId: slot.id } })
  if (done(answer)) who.entries.push({ id: idOf(answer), slotId: slot.id, offered: false })
}

/** Somebody who waits, and one of their places. */
function entryOf({ people, intention }: Turn): { who: ResidentState; entry: ResidentState['entries'][number] } | null {
  const who = atShare(
    people.filter(({ entries }) => entries.length > 0),
    intention.person,
  )
  const entry = who && atShare(who.entries, intention.which)
  return who && entry ? { who, entry } : null
}

async function leave(turn: Turn): Promise<void> {
  const found = entryOf(turn)
  if (!found) return join(turn)
  const { who, entry } = found
  const path = `/v1/waiting-entries/${entry.id}`
  await call(turn, who, { kind: 'leave', method: 'DELETE', path, target: entry.id, keyed: false })
  who.entries = who.entries.filter((one) => one !== entry)
}

/** Looks whether something is offered, and takes it. */
async function accept(turn: Turn): Promise<void> {
  const found = entryOf(turn)
  if (!found) return join(turn)
  const { who } = found
  await look(turn, who)
  const entry = who.entries.find(({ offered }) => offered)
  if (!entry) return
  const path = `/v1/waiting-entries/${entry.id}/acceptance`
  await call(turn, who, { kind: 'accept', path, target: entry.id, slotId: entry.slotId })
  await look(turn, who)
}

async function look({ setting }: Turn, who: ResidentState | undefined): Promise<void> {
  if (!who) return
  const visits = await setting.caller.read(who.token, '/v1/appointments')
  const entries = await setting.caller.read(who.token, '/v1/waiting-entries')
  if (visits.status !== 200 || entries.status !== 200)
    throw new Error(`A resident could not look: ${JSON.stringify([visits, entries])}`)
  who.visits = (visits.body as AppointmentListDto).active.map(({ id, itemGroup }) => ({ id, itemGroup: itemGroup.id }))
  who.entries = (entries.body as WaitingListDto).items
    .filter(({ status }) => status === 'waiting' || status === 'offered')
    .map(({ id, slotId, status }) => ({ id, slotId, offered: status === 'offered' }))
}

function forgetVisit(who: ResidentState, id: string): void {
  who.visits = who.visits.filter((visit) => visit.id !== id)
}

function codeOf(answer: Answer | null): unknown {
  return (answer?.body as { code?: unknown } | null | undefined)?.code
}
