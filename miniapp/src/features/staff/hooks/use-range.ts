import type { BoardDto, BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { useQuery } from '../../../platform/navigation'
import type { FieldError } from '../../../ui/error-summary'
import { slotsOf } from '../board-table'
import { boardText } from '../board-text'
import type { Place } from '../place'

const text = boardText.range

export interface Range {
  group: string | null
  from: string | null
  to: string | null
  setGroup: (group: string) => void
  setFrom: (time: string) => void
  setTo: (time: string) => void
  /** The times that the item group begins and ends at that day. */
  begins: readonly string[]
  ends: readonly string[]
  /** The slots that a change would touch. */
  slots: readonly BoardSlotDto[]
  check: () => FieldError[]
}

/** An item group and a span of a day; the whole day unless the page was opened for a slot. */
export function useRange(board: BoardDto): Range {
  const query = useQuery()
  const [group, setGroup] = useState(query['group'] ?? null)
  const [chosenFrom, setFrom] = useState(query['from'] ?? null)
  const [chosenTo, setTo] = useState(query['to'] ?? null)
  const all = group === null ? [] : slotsOf(board, group)
  const begins = all.map(({ startsAt }) => startsAt)
  const ends = all.map(({ endsAt }) => endsAt)
  // Another item group may have other times: what it does not know is as if nothing had been chosen.
  const from = begins.find((time) => time === chosenFrom) ?? begins[0] ?? null
  const to = ends.find((time) => time === chosenTo) ?? ends.at(-1) ?? null
  return {
    ...{ group, from, to, setGroup, setFrom, setTo, begins, ends },
    slots: all.filter(({ startsAt, endsAt }) => from !== null && to !== null && startsAt >= from && endsAt <= to),
    check: () => {
      if (group === null) return [{ name: 'group', message: text.groupWrong }]
      if (from === null || to === null) return [{ name: 'from', message: text.timeWrong }]
      return from < to ? [] : [{ name: 'to', message: text.orderWrong }]
    },
  }
}

/** What the BFF wants to know of a range; null while something is missing. */
export function rangeInput({ office, date }: Place, { group, from, to }: Range, reason: string): RangeInput | null {
  if (group === null || from === null || to === null) return null
  return { office, date, itemGroup: group, from, to, reason: reason.trim() }
}

interface RangeInput extends Place {
  itemGroup: string
  from: string
  to: string
  reason: string
}
