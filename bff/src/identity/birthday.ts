import { addDays, localDateAt, type LocalDate, parseLocalDate } from '@one-visit/shared/kernel/local-date'
import { parseResidentId } from '@one-visit/shared/kernel/resident-id'
import type { Sensitive } from '../platform/sensitive'

/**
 * The day on which the owner of a resident ID turns `years` (周岁); who was born on 29 February turns on 1 March in other
 * years. Throws for what is no resident ID.
 */
export function turnsOn(residentId: Sensitive<string>, years: number, now: Date): LocalDate {
  const parsed = parseResidentId(residentId.reveal(), localDateAt(now))
  if (!parsed.ok) throw new Error('A kept resident ID is not valid.')
  const year = String(Number(parsed.birthDate.slice(0, 4)) + years)
  const sameDay = parseLocalDate(`${year}${parsed.birthDate.slice(4)}`)
  return sameDay ?? addDays(`${year}-02-28` as LocalDate, 1)
}

/** Whether the owner of a resident ID is at least `years` old today (Asia/Shanghai). */
export function hasTurned(residentId: Sensitive<string>, years: number, now: Date): boolean {
  return turnsOn(residentId, years, now) <= localDateAt(now)
}
