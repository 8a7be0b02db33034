import { addDays, localDateAt, parseLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { useState } from 'react'
import { useQuery } from '../../platform/navigation'
import { useStaffSession } from '../../platform/staff-session'
import { storedValue, useStoredValue } from '../../platform/stored-value'

/** An office and a day: what the board and everything on it is about. */
export interface Place {
  /** Its id in the county pack. */
  office: string
  date: LocalDate
}

const isId = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** Whoever works for the whole county goes on where they were last. */
const lastOffice = storedValue<string | null>('staff-office', null, isId)

/** Days before and after today that can be looked at: a day that was, and all that can be booked. */
const DAYS_BACK = 1
const DAYS_AHEAD = 14

export function daysAround(today: LocalDate): LocalDate[] {
  return Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => addDays(today, index - DAYS_BACK))
}

export interface ChosenPlace {
  /** Null until somebody who belongs to no office has chosen one. */
  place: Place | null
  today: LocalDate
  /** False for clerks with an office of their own: they see only that one. */
  mayChoose: boolean
  chooseOffice: (office: string) => void
  chooseDate: (date: LocalDate) => void
}

/** From the address of the page; else the last office, or one's own, and today. */
export function usePlace(): ChosenPlace {
  const query = useQuery()
  const session = useStaffSession()
  const own = session?.office ?? null
  const mayChoose = own === null || session?.role !== 'clerk'
  const last = useStoredValue(lastOffice)
  const [today] = useState(() => localDateAt(Date.now()))
  const [office, setOffice] = useState(query['office'] ?? null)
  const [date, setDate] = useState(() => parseLocalDate(query['date'] ?? '') ?? today)
  const chosen = mayChoose ? (office ?? last ?? own) : own
  return {
    place: chosen === null ? null : { office: chosen, date },
    today,
    mayChoose,
    chooseOffice: (next) => {
      lastOffice.set(next)
      setOffice(next)
    },
    chooseDate: setDate,
  }
}
