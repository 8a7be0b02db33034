import { isKnownDivision, mayBeHistoricDivision } from './divisions'
import { localDateAt, parseLocalDate, type LocalDate } from './local-date'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
const EARLIEST_BIRTH = '1900-01-01'
/** The code list is complete from the revision of December 2002 on. */
const CODES_COMPLETE_FROM = '2003-01-01'

export type ResidentIdFault = 'format' | 'division' | 'birth_date' | 'check_digit'

export type ParsedResidentId =
  | { ok: true; value: string; division: string; birthDate: LocalDate; sex: 'female' | 'male' }
  | { ok: false; reason: ResidentIdFault }

function checkCharacter(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id.charAt(index)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

function parseBirthDate(id: string, today: LocalDate): LocalDate | null {
  const date = parseLocalDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
  return date !== null && date >= EARLIEST_BIRTH && date <= today ? date : null
}

/**
 * Reads a citizen's number (GB 11643-1999, 4): six digits of division, eight of birth, three of order, one check character.
 * A lower-case x is read as X. `today` is the day in Shanghai; a birth after it, or before 1900, is refused.
 */
export function parseResidentId(value: string, today: LocalDate): ParsedResidentId {
  const id = value.toUpperCase()
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, reason: 'format' }
  const birthDate = parseBirthDate(id, today)
  if (birthDate === null) return { ok: false, reason: 'birth_date' }
  const division = id.slice(0, 6)
  const isKnown = birthDate < CODES_COMPLETE_FROM ? mayBeHistoricDivision(division) : isKnownDivision(division)
  if (!isKnown) return { ok: false, reason: 'division' }
  if (checkCharacter(id) !== id.charAt(17)) return { ok: false, reason: 'check_digit' }
  return { ok: true, value: id, division, birthDate, sex: Number(id.charAt(16)) % 2 === 0 ? 'female' : 'male' }
}

/** Whether the number is valid today; for a form. Rules about days take `today` from their own clock. */
export function isResidentId(value: string): boolean {
  return parseResidentId(value, localDateAt(Date.now())).ok
}
