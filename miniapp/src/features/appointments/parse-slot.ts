import { parseLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { PickedSlot } from './hooks/use-pick-slot'

/** A time as the address of a page has it. */
export type AskedSlot = PickedSlot & { date: LocalDate }

/** The time that the address of a page speaks of; null when it was cut. */
export function parseSlot(query: Record<string, string | undefined>): AskedSlot | null {
  const date = parseLocalDate(query['date'] ?? '')
  const { slotId = '', office = '', itemGroup = '', startsAt = '', endsAt = '' } = query
  const isWhole = ![slotId, office, itemGroup].includes('') && [startsAt, endsAt].every((time) => /^\d\d:\d\d$/.test(time))
  return date === null || !isWhole ? null : { slotId, office, itemGroup, date, startsAt, endsAt }
}
