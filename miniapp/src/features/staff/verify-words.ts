import { PRESENTATION_CODE_PATTERN } from '@one-visit/shared/licences/rules'
import { tidy } from '../../platform/tidy'
import { verifyText } from './verify-text'

/** `licence`: the code of a presentation, scanned or typed. `health`: a health code. */
export interface ShownKey {
  kind: 'licence' | 'health'
  code: string
}

const LICENCE_PREFIXES = ['OV1P:', 'OV1L:']
const HEALTH_PREFIX = 'OV1H:'

/** What was scanned or typed, by its look; null when it is nothing that can be checked here. */
export function readShownKey(seen: string): ShownKey | null {
  const code = tidy(seen)
  if (code.startsWith(HEALTH_PREFIX)) return { kind: 'health', code }
  if (LICENCE_PREFIXES.some((prefix) => code.startsWith(prefix))) return { kind: 'licence', code }
  const typed = code.replace(/[-－—]/g, '')
  return PRESENTATION_CODE_PATTERN.test(typed) ? { kind: 'licence', code: typed } : null
}

export type PurposeChoice = keyof typeof verifyText.purpose.choices

/** The sentence that the holder will read; null when it is still missing. */
export function purposeOf(choice: PurposeChoice | null, other: string): string | null {
  if (choice === null) return null
  if (choice !== 'other') return verifyText.purpose.choices[choice]
  const written = other.trim()
  return written.length < 2 || written.length > 60 ? null : written
}
