import { asciiBytes } from '../kernel/signed-code/bytes'
import { type CheckSignature, type CodeKey, signsAt } from '../kernel/signed-code/verify-code'

/** A list holds so many places at most, 128 KiB of bits: a small file cannot unpack into a large one. */
export const MAX_STATUS_PLACES = 1_048_576
/** A list has room for licences shown after it was made: they stand as not cancelled until the next one. */
const SPARE_PLACES = 4096
/** Lists grow in steps, so that their size says little about how many licences are shown. */
const STEP_BYTES = 1024
const MAX_TEXT = Math.ceil((MAX_STATUS_PLACES / 8) * 1.4)

/** As published (`StatusListDto`); `list`: raw DEFLATE (RFC 1951) of the bits, base64url. */
export interface StatusListText {
  readonly list: string
  readonly issuedAt: string
  readonly expiresAt: string
  readonly kid: string
  readonly signature: string
}

/** Unpacks raw DEFLATE; rejects when it is broken or unpacks to more than `limit` bytes. */
export type Inflate = (packed: Uint8Array, limit: number) => Promise<Uint8Array>

export interface StatusChecks {
  readonly keys: readonly CodeKey[]
  readonly now: Date
  /** How many seconds the clocks may be apart. */
  readonly skewSeconds: number
  readonly checkSignature: CheckSignature
  readonly inflate: Inflate
}

/** `status_invalid`: not one of our lists. `status_stale`: out of date, or from the future. */
export type StatusFailure = 'status_invalid' | 'status_stale'

/** `unknown`: the licence was first shown long after the list was made. */
export type PlaceState = 'good' | 'revoked' | 'unknown'

/** One bit for each place, 1 when cancelled; the first place is the highest bit of the first byte. Throws RangeError when full. */
export function statusBits(revoked: Iterable<number>, highest: number): Uint8Array {
  const bytes = Math.ceil((highest + 1 + SPARE_PLACES) / 8 / STEP_BYTES) * STEP_BYTES
  if (bytes * 8 > MAX_STATUS_PLACES) throw new RangeError('the status list is full')
  const bits = new Uint8Array(bytes)
  for (const place of revoked) {
    if (!Number.isInteger(place) || place < 0 || place > highest) throw new RangeError('no such place')
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7))
  }
  return bits
}

export function stateOfPlace(bits: Uint8Array, place: number): PlaceState {
  const byte = bits[place >> 3]
  if (byte === undefined) return 'unknown'
  return (byte & (0x80 >> (place & 7))) === 0 ? 'good' : 'revoked'
}

/** The bytes that the list's signature covers; the first line keeps them apart from the messages of codes. */
export function statusMessage(list: Omit<StatusListText, 'signature'>): Uint8Array {
  return asciiBytes(['OV1S', list.kid, list.issuedAt, list.expiresAt, list.list].join('\n'))
}

/** The bits of a genuine list that is good now. Never throws. */
export async function openStatusList(
  text: StatusListText,
  checks: StatusChecks,
): Promise<{ readonly bits: Uint8Array } | { readonly failure: StatusFailure }> {
  const issuedAt = new Date(text.issuedAt)
  const expiresAt = new Date(text.expiresAt)
  const key = checks.keys.find(({ kid }) => kid === text.kid)
  const signature = fromBase64url(text.signature)
  const packed = text.list.length <= MAX_TEXT ? fromBase64url(text.list) : null
  if (!key || !signsAt(key, issuedAt) || !packed || signature?.length !== 64) return { failure: 'status_invalid' }
  if (!checks.checkSignature(key, statusMessage(text), signature)) return { failure: 'status_invalid' }
  const skew = checks.skewSeconds * 1000
  const now = checks.now.getTime()
  if (now < issuedAt.getTime() - skew || !(now < expiresAt.getTime() + skew)) return { failure: 'status_stale' }
  try {
    return { bits: await checks.inflate(packed, MAX_STATUS_PLACES / 8) }
  } catch {
    return { failure: 'status_invalid' }
  }
}

/** Null for anything that is not base64url without padding. */
function fromBase64url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
