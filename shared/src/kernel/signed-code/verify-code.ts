import { type CodeKind, parseCode } from './envelope'

/** A published verification key (JWK); instants are UTC ISO 8601. `notAfter` null: it signs until further notice. */
export interface CodeKey {
  readonly kid: string
  readonly kty: 'OKP' | 'EC'
  readonly crv: 'Ed25519' | 'SM2'
  readonly x: string
  readonly y?: string | undefined
  readonly use: 'sig'
  readonly notBefore: string
  readonly notAfter: string | null
}

/**
 * Whether `signature`, 64 bytes, is the key's over `message`: Ed25519 (RFC 8032), or SM2 with SM3, the usual user id and r‖s
 * (GB/T 32918.2). Given by whoever verifies, because each runs elsewhere. Must not throw.
 */
export type CheckSignature = (key: CodeKey, message: Uint8Array, signature: Uint8Array) => boolean

/**
 * `malformed`: not one of our codes. `unknown_key`: nobody we know signed it, or the key did not sign then. `altered`: the
 * signature is wrong. `not_yet_valid`: from the future, so one of the clocks is wrong.
 */
export const CODE_FAILURES = ['malformed', 'unknown_key', 'altered', 'not_yet_valid', 'expired'] as const
export type CodeFailure = (typeof CODE_FAILURES)[number]

/** How far a clock may be off, in seconds: `early` forgives a code from the future, `late` one that has ended. */
export interface ClockTolerance {
  readonly early: number
  readonly late: number
}

export interface CodeChecks {
  readonly keys: readonly CodeKey[]
  readonly now: Date
  readonly tolerance: ClockTolerance
  readonly checkSignature: CheckSignature
}

/** What an intact, genuine code that is valid now says. */
export interface Genuine<T> {
  readonly content: T
  readonly issuedAt: Date
  readonly expiresAt: Date
}

export interface CodeRefusal {
  readonly failure: CodeFailure
}

/** Whether the key signs, or signed, at that instant. */
export function signsAt(key: Pick<CodeKey, 'notBefore' | 'notAfter'>, at: Date): boolean {
  return Date.parse(key.notBefore) <= at.getTime() && (key.notAfter === null || at.getTime() < Date.parse(key.notAfter))
}

/**
 * Never throws. The form is judged first, then the signature, then the times, which only a genuine code can be believed about.
 * `decode` reads the content, null when its form is wrong.
 */
export function verifyCode<T>(
  text: string,
  kind: CodeKind,
  decode: (content: Uint8Array) => T | null,
  checks: CodeChecks,
): Genuine<T> | CodeRefusal {
  const parsed = parseCode(text)
  const content = parsed?.kind === kind ? decode(parsed.content) : null
  if (!parsed || content === null) return { failure: 'malformed' }
  const issuedAt = new Date(parsed.issuedAt * 1000)
  const expiresAt = new Date((parsed.issuedAt + parsed.lifetime) * 1000)
  const key = checks.keys.find((one) => one.kid === parsed.kid && signsAt(one, issuedAt))
  if (!key) return { failure: 'unknown_key' }
  if (!checks.checkSignature(key, parsed.message, parsed.signature)) return { failure: 'altered' }
  const now = checks.now.getTime()
  if (now < issuedAt.getTime() - checks.tolerance.early * 1000) return { failure: 'not_yet_valid' }
  if (now >= expiresAt.getTime() + checks.tolerance.late * 1000) return { failure: 'expired' }
  return { content, issuedAt, expiresAt }
}
