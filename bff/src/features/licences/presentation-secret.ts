import { createHash, randomBytes, randomInt } from 'node:crypto'
import { PRESENTATION_CODE_PATTERN } from '@one-visit/shared/licences/rules'

/** Capitals and digits only, which a QR code packs most densely: version 4 at level M. */
const NUMBER_PREFIX = 'OV1P:'
const NUMBER_PATTERN = /^OV1P:[0-9A-F]{64}$/
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 10

/** What the QR of an online presentation holds: a random number of 256 bits. Only its hash is kept. */
export function newNumber(): string {
  return NUMBER_PREFIX + randomBytes(32).toString('hex').toUpperCase()
}

/** SHA-256 in hexadecimal. The number is long enough for a hash without a key. */
export function hashOfNumber(number: string): string {
  return createHash('sha256').update(number).digest('hex')
}

/** To be typed where nothing can be scanned: 50 random bits (PRESENTATION_CODE_PATTERN). */
export function newTypedCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length))).join('')
}

/** What staff scanned or typed. `health`: somebody's health code, which is checked elsewhere. */
type Scanned =
  | { readonly kind: 'number'; readonly hash: string }
  | { readonly kind: 'typed'; readonly code: string }
  | { readonly kind: 'offline'; readonly text: string }
  | { readonly kind: 'health' | 'unknown' }

/** Never throws; genuine or not is judged later. A typed code may have spaces, hyphens and small letters. */
export function parseScanned(text: string): Scanned {
  const scanned = text.trim()
  if (NUMBER_PATTERN.test(scanned)) return { kind: 'number', hash: hashOfNumber(scanned) }
  if (scanned.startsWith('OV1L:')) return { kind: 'offline', text: scanned }
  if (scanned.startsWith('OV1H:')) return { kind: 'health' }
  const code = scanned.replace(/[\s-]/g, '').toUpperCase()
  return PRESENTATION_CODE_PATTERN.test(code) ? { kind: 'typed', code } : { kind: 'unknown' }
}
