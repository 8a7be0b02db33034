import type { BoardDto, BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { instantAt } from '@one-visit/shared/appointments/rules'
import type { TagKind } from '../../ui/tag'
import { boardText } from './board-text'

const { state: states, counts } = boardText

/** What the cells of the board are made of: hours at a glance, or every slot. */
export type Grain = 'hour' | 'slot'

export interface BoardRow {
  /** 9:00, or 9:15 where every slot has a row. */
  time: string
  /** The slots of each item group in this row, in the order of the groups. */
  cells: readonly (readonly BoardSlotDto[])[]
}

/** The rows of the board in order of time. Item groups begin at different minutes, so that only hours give a table one can take in. */
export function rowsOf({ slots, groups }: Pick<BoardDto, 'slots' | 'groups'>, grain: Grain): BoardRow[] {
  const rowOf = ({ startsAt }: BoardSlotDto) => (grain === 'hour' ? `${startsAt.slice(0, 2)}:00` : startsAt)
  const times = [...new Set(slots.map(rowOf))].sort()
  return times.map((time) => {
    const inRow = slots.filter((slot) => rowOf(slot) === time)
    return { time, cells: groups.map(({ id }) => slotsOf({ slots: inRow }, id)) }
  })
}

export function slotsOf({ slots }: Pick<BoardDto, 'slots'>, itemGroup: string): BoardSlotDto[] {
  return slots.filter((slot) => slot.itemGroup === itemGroup).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

const COUNTS = ['capacity', 'booked', 'held', 'waiting', 'checkedIn', 'noShow'] as const

export type Counted = Pick<BoardSlotDto, (typeof COUNTS)[number] | 'state' | 'free'>

/** Several slots as one: it can be booked when any of them can, and only the places of those count as free. */
export function sumOf(slots: readonly Counted[]): Counted {
  const state = (['open', 'paused'] as const).find((one) => slots.some((slot) => slot.state === one)) ?? 'closed'
  const bookable = slots.filter((slot) => slot.state === state)
  const sum = (name: (typeof COUNTS)[number]) => slots.reduce((total, slot) => total + slot[name], 0)
  return {
    state,
    free: bookable.reduce((total, { free }) => total + free, 0),
    capacity: sum('capacity'),
    booked: sum('booked'),
    held: sum('held'),
    waiting: sum('waiting'),
    checkedIn: sum('checkedIn'),
    noShow: sum('noShow'),
  }
}

/** Whether somebody more can come, in a word, a shape and a colour. */
export function describeState({ state, free }: Pick<Counted, 'state' | 'free'>): { kind: TagKind; text: string } {
  if (state === 'closed') return { kind: 'danger', text: states.closed }
  if (state === 'paused') return { kind: 'quiet', text: states.paused(free) }
  return free > 0 ? { kind: 'success', text: states.free(free) } : { kind: 'warning', text: states.full }
}

/** The counts of a slot with their words, in the order of the board. */
export function countsOf(slot: Counted): { label: string; count: number }[] {
  return COUNTS.map((name) => ({ label: counts[name], count: slot[name] }))
}

/** All of it in one sentence: 可约 3，总数 8，已约 5 … */
export function sentenceOf(slot: Counted): string {
  return [describeState(slot).text, ...countsOf(slot).map(({ label, count }) => `${label} ${String(count)}`)].join('，')
}

/** 总数 8 · 已约 5 …; each word stays with its number. */
export function lineOf(slot: Counted, between: string): string {
  return countsOf(slot)
    .map(({ label, count }) => `${label}\u00a0${String(count)}`)
    .join(between)
}

/** Slots that have not ended when the board was asked for, by the clock of the BFF: what has been cannot be changed. */
export function notEnded(slots: readonly BoardSlotDto[], { date, asOf }: Pick<BoardDto, 'date' | 'asOf'>): BoardSlotDto[] {
  return slots.filter(({ endsAt }) => instantAt(date, endsAt) > Date.parse(asOf))
}

/** Visits that are still to come: those that closing the day would cancel. */
export function stillToCome({ slots }: Pick<BoardDto, 'slots'>): number {
  return slots.reduce(
    (sum, { booked, checkedIn, serving, done, noShow }) => sum + booked - checkedIn - serving - done - noShow,
    0,
  )
}

interface Spot {
  row: number
  column: number
}

/** Where a key leads in a grid; null when it is none of the grid's, or leads out of it. */
export function spotAfter(key: string, { row, column }: Spot, rows: number, columns: number): Spot | null {
  const next = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: rows - 1, column },
  }[key]
  if (next === undefined) return null
  const isInside = next.row >= 0 && next.row < rows && next.column >= 0 && next.column < columns
  return isInside ? next : null
}
