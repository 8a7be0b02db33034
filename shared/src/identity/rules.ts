/** Mainland mobile numbers: 11 digits, second digit 3–9 (工信部 numbering plan). */
export const MOBILE_PATTERN = /^1[3-9]\d{9}$/

/** How long a code by SMS holds, in seconds, and how long before another may be asked for. */
export const SMS_CODE_SECONDS = 300
export const SMS_CODE_AGAIN_SECONDS = 60
export const SMS_CODE_LENGTH = 6

/** Looks like such a code; only the BFF knows whether it is the right one. */
export const isSmsCode = (typed: string): boolean => /^\d+$/.test(typed) && typed.length === SMS_CODE_LENGTH

/** Session lifetimes in seconds (residents: 30 days idle, 180 days absolute; staff: 30 minutes idle, 8 hours absolute). */
export const SESSION_LIFETIMES = {
  resident: { idle: 30 * 86_400, absolute: 180 * 86_400 },
  staff: { idle: 30 * 60, absolute: 8 * 3_600 },
} as const

/** A session that ends within this many seconds is warned about, with a way to continue. */
export const SESSION_WARNING_SECONDS = { resident: 3 * 86_400, staff: 5 * 60 } as const

/** Step-up: assurance 3 lasts this long after the person was verified again, in seconds. */
export const STEP_UP_SECONDS = 15 * 60

/** The version of the privacy notice that people agree to before anything else; a new version asks again. */
export const PRIVACY_VERSION = '2026-11-22'

/** 138****8000: what a screen shows until the person taps. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** 王*英, 王*: the family name stays, and the last character of a longer name. */
export function maskName(name: string): string {
  const letters = [...name]
  if (letters.length <= 1) return '*'
  if (letters.length === 2) return `${letters[0] ?? ''}*`
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 2)}${letters[letters.length - 1] ?? ''}`
}

/** 4302**********0023: the first four and the last four. */
export function maskResidentId(id: string): string {
  return id.length < 8 ? '****' : `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`
}
