import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import { BOOKING_DAYS } from '@one-visit/shared/appointments/rules'
import type { SlotDaysDto } from '@one-visit/shared/appointments/contract'
import { useState } from 'react'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

export interface PlaceIds {
  office: string
  itemGroup: string
}

export type SlotDay = SlotDaysDto['items'][number]

const monthOf = (date: string): string => date.slice(0, 7)

/** The first and the last month with days that can be booked, by the phone's clock: `YYYY-MM`. */
export function bookableMonths(now: number): { first: string; last: string } {
  const today = localDateAt(now)
  return { first: monthOf(today), last: monthOf(addDays(today, BOOKING_DAYS)) }
}

/** `YYYY-MM`, `step` months later. */
export function monthAfter(month: string, step: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step
  const of = String((months % 12) + 1)
  return `${String(Math.floor(months / 12))}-${of.length === 1 ? '0' : ''}${of}`
}

export function useMonth(place: PlaceIds, month: string): LookUp<SlotDaysDto> {
  return useLookUp('GET /v1/slot-days', { query: { ...place, month } })
}

/** All days that can be booked, and those that are full; over the end of the month when they go on there. */
export function useComingDays(place: PlaceIds): LookUp<readonly SlotDay[]> {
  const [{ first, last }] = useState(() => bookableMonths(Date.now()))
  const hasTwo = first !== last
  const one = useMonth(place, first)
  const other = useLookUp('GET /v1/slot-days', { query: { ...place, month: last } }, { enabled: hasTwo })
  const days = hasTwo ? [one.data, other.data] : [one.data]
  const known = days.filter((month) => month !== undefined)
  return {
    data: known.length === days.length ? known.flatMap(({ items }) => items) : undefined,
    asOf: one.asOf,
    problem: one.problem ?? other.problem,
    waiting: one.waiting || other.waiting,
    again: () => {
      one.again()
      if (hasTwo) other.again()
    },
  }
}
