import { storedValue, useStoredValue } from './stored-value'
import { ELDER_OFFER_SCALE, getFontScale } from './system'

/** Text sizes a person can choose in elder mode, in px before the system's own scale. */
export const ELDER_TEXT_SIZES = [18, 22, 26, 30] as const
const LARGEST_TEXT = 30
const ORDINARY_TEXT = 16

export interface ElderMode {
  on: boolean
  textSize: number
  /** The person has said yes or no once; it is not offered again. */
  answered: boolean
}

const isElderMode = (value: unknown): value is ElderMode =>
  typeof value === 'object' &&
  value !== null &&
  'on' in value &&
  typeof value.on === 'boolean' &&
  'textSize' in value &&
  typeof value.textSize === 'number' &&
  'answered' in value &&
  typeof value.answered === 'boolean'

const mode = storedValue<ElderMode>('elder-mode', { on: false, textSize: ELDER_TEXT_SIZES[0], answered: false }, isElderMode)

export function setElderMode(on: boolean): void {
  mode.set({ ...mode.get(), on, answered: true })
}

export function setElderTextSize(textSize: (typeof ELDER_TEXT_SIZES)[number]): void {
  mode.set({ ...mode.get(), textSize })
}

export function useElderMode(): ElderMode {
  return useStoredValue(mode)
}

/** Body text in px: the mode's own size times the system's, never below the mode's least, 30 px at most. */
export function bodyTextSize({ on, textSize }: ElderMode, fontScale: number): number {
  const base = on ? textSize : ORDINARY_TEXT
  return Math.round(Math.min(LARGEST_TEXT, base * Math.max(1, fontScale)))
}

/** True when the system's text is large and the person has not been asked yet. */
export function useElderModeOffer(): boolean {
  const { on, answered } = useElderMode()
  return !on && !answered && getFontScale() >= ELDER_OFFER_SCALE
}
