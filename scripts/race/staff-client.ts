import { setTimeout as pause } from 'node:timers/promises'
import type { BoardVisitDto, BoardVisitListDto } from '@one-visit/shared/appointments/board-contract'
import { PEOPLE } from '../fake-departments/people'
import { type ArenaSlot, CLOSED_DAY, FIRST_DAY } from './arena'
import type { Caller, Order } from './caller'
import { type Intention, intentions, STAFF_WISHES, type StaffWish } from './intentions'
import { racePerson } from './people'
import { atShare } from './random'
import type { ClientSetting } from './resident-client'
import type { SignedIn } from './seed'

interface Turn {
  readonly setting: ClientSetting
  readonly who: SignedIn
  readonly intention: Intention<StaffWish>
  /** A number for somebody who has not been here before. */
  readonly newcomer: number
}

const LONGEST_PAUSE_MS = 250
const MOST_PLACES = 6
/** People at the counter have numbers from there on; below are the residents, who come to the counter too. */
const NEWCOMERS_FROM = 1_000

/** Opens and closes windows, enters and checks in people, until the race is over. `number` tells members of staff apart. */
export async function runStaff(setting: ClientSetting, who: SignedIn, number: number): Promise<void> {
  let newcomer = NEWCOMERS_FROM * (1 + number)
  for (const intention of intentions(setting.seed, setting.name, STAFF_WISHES, LONGEST_PAUSE_MS)) {
    if (!setting.goesOn()) return
    newcomer += 1
    await ACTS[intention.wish]({ setting, who, intention, newcomer })
    await pause(intention.pauseMs)
  }
}

const ACTS: Readonly<Record<StaffWish, (turn: Turn) => Promise<void>>> = {
  windows: (turn) => {
    const people = Math.floor(turn.intention.which * (MOST_PLACES + 1))
    const change = { windows: people === 0 ? 0 : 1, peoplePerWindow: Math.max(1, people) }
    return changeRange(turn, { kind: 'capacity', path: '/v1/staff/capacity-changes' }, change)
  },
  pause: (turn) => changeRange(turn, { kind: 'pause', path: '/v1/staff/slot-pauses' }, { paused: true }),
  resume: (turn) => changeRange(turn, { kind: 'pause', path: '/v1/staff/slot-pauses' }, { paused: false }),
  walk_in: (turn) => enter(turn, 'walk_in', racePerson(turn.intention.person < 0.5 ? turn.newcomer % 100 : turn.newcomer)),
  phone: (turn) => enter(turn, 'phone', atShare(PEOPLE, turn.intention.person)),
  check_in: (turn) =>
    withVisit(turn, ['booked'], (visit, { office }) => {
      const body = { office, by: 'number', value: visit.number }
      return call(turn, { kind: 'check_in', path: '/v1/staff/check-ins', target: visit.id, body })
    }),
  call: async (turn) => {
    const slot = todaysSlot(turn)
    const body = { office: slot?.office, itemGroup: slot?.itemGroup, window: '3' }
    await call(turn, { kind: 'call', path: '/v1/staff/calls', body, keyed: true })
  },
  finish: (turn) =>
    withVisit(turn, ['checked_in', 'serving'], (visit) =>
      setStatus(turn, visit, visit.status === 'serving' ? 'done' : 'serving'),
    ),
  no_show: (turn) => withVisit(turn, ['booked', 'checked_in'], (visit) => setStatus(turn, visit, 'no_show')),
  cancel: (turn) =>
    withVisit(turn, ['booked'], (visit) => {
      const path = `/v1/staff/appointments/${visit.id}/cancellation`
      return call(turn, { kind: 'staff_cancel', path, target: visit.id, body: { reason: '本人电话要求' } })
    }),
  move: (turn) =>
    withVisit(turn, ['booked'], async (visit, { itemGroup }) => {
      const slot = atShare(
        turn.setting.arena.filter((one) => one.itemGroup === itemGroup),
        turn.intention.which,
      )
      if (!slot) return
      const path = `/v1/staff/appointments/${visit.id}/move`
      const body = { slotId: slot.id, reason: '窗口检修' }
      await call(turn, { kind: 'staff_move', path, target: visit.id, slotId: slot.id, body, keyed: true })
    }),
}

type Wanted = Pick<Order, 'kind' | 'path' | 'body'> & Partial<Pick<Order, 'target' | 'slotId' | 'keyed'>>

async function call({ setting, who, intention }: Turn, wanted: Wanted): Promise<void> {
  await setting.caller.call({
    ...{ client: setting.name, actor: who.id, token: who.token, network: intention.network },
    ...{ method: 'POST', target: null, slotId: null, keyed: false, ...wanted },
  })
}

async function changeRange(turn: Turn, wanted: Pick<Order, 'kind' | 'path'>, change: object): Promise<void> {
  const slot = atShare(turn.setting.arena, turn.intention.slot)
  if (!slot) return
  const { office, itemGroup, date, startsAt: from, endsAt: to } = slot
  await call(turn, { ...wanted, body: { office, itemGroup, date, from, to, reason: '临时调整窗口', ...change } })
}

function todaysSlot({ setting, intention }: Turn): ArenaSlot | undefined {
  return atShare(
    setting.arena.filter(({ date }) => date === FIRST_DAY),
    intention.slot,
  )
}

async function enter(
  turn: Turn,
  channel: 'phone' | 'walk_in',
  person: { readonly name: string; readonly residentId: string; readonly phone: string } | undefined,
): Promise<void> {
  const slot = channel === 'walk_in' ? todaysSlot(turn) : atShare(turn.setting.arena, turn.intention.slot)
  if (!slot || !person) return
  const { name, residentId, phone } = person
  const body = { slotId: slot.id, channel, name, residentId, phone }
  await call(turn, { kind: 'enter', path: '/v1/staff/appointments', slotId: slot.id, body, keyed: true })
}

function setStatus(turn: Turn, visit: BoardVisitDto, to: 'serving' | 'done' | 'no_show'): Promise<void> {
  const path = `/v1/staff/appointments/${visit.id}/status`
  const window = to === 'no_show' ? null : '3'
  return call(turn, { kind: 'status', path, target: visit.id, body: { to, window } })
}

/** One of the visits of a day that are in one of these statuses. */
async function withVisit(
  turn: Turn,
  statuses: readonly BoardVisitDto['status'][],
  act: (visit: BoardVisitDto, slot: ArenaSlot) => Promise<void>,
): Promise<void> {
  const { setting, who, intention } = turn
  const slot = atShare(setting.arena, intention.slot)
  if (!slot) return
  const query = new URLSearchParams({ office: slot.office, date: slot.date, slot: slot.id })
  const { status, body } = await setting.caller.read(who.token, `/v1/staff/visits?${query.toString()}`)
  // The half hour without a request has passed by the race's clock: this member of staff has gone home.
  if (status === 401) return
  if (status !== 200) throw new Error(`Staff could not look: ${JSON.stringify(body)}`)
  const visits = (body as BoardVisitListDto).items.filter((visit) => statuses.includes(visit.status))
  const visit = atShare(visits, intention.which)
  if (visit) await act(visit, slot)
}

/** Once in a race. */
export async function closeDay(caller: Caller, { id, token }: SignedIn): Promise<void> {
  const { office, date } = CLOSED_DAY
  await caller.call({
    ...{ client: 'closing', kind: 'close_day', actor: id, token, target: `${office} ${date}`, slotId: null, keyed: true },
    ...{ method: 'POST', path: '/v1/staff/day-closures', body: { office, date, reason: '停电检修' } },
    network: { fate: 'twin', afterMs: 0, process: 0 },
  })
}
