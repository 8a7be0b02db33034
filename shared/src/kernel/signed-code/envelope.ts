import { fromBase41, toBase41 } from './base41'
import { asciiBytes, ByteReader, ByteWriter } from './bytes'

/** `h`: a health code. `l`: an offline presentation of a licence. */
export type CodeKind = 'h' | 'l'

/**
 * A version 15 QR code at level M holds so many characters of the alphanumeric mode (ISO/IEC 18004 table 7): the densest that
 * old phones still read from a screen. A code is never longer.
 */
export const MAX_CODE_LENGTH = 600

/** Ids of signing keys are four bytes in hexadecimal. */
export const KEY_ID_PATTERN = /^[0-9a-f]{8}$/

/** Both suites sign in so many bytes. */
export const SIGNATURE_BYTES = 64

/** What is signed. `issuedAt`: seconds since 1970, UTC; `lifetime`: seconds. `content` is packed by the kind. */
export interface Envelope {
  readonly kind: CodeKind
  readonly kid: string
  readonly issuedAt: number
  readonly lifetime: number
  readonly content: Uint8Array
}

/** A code whose form is intact; nobody has checked its signature. `message` is what was signed. */
export interface ParsedCode extends Envelope {
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** The code does not fit the QR code; fewer fields will. */
export class CodeTooLongError extends RangeError {
  override readonly name = 'CodeTooLongError'
}

const PREFIXES: Readonly<Record<CodeKind, string>> = { h: 'OV1H:', l: 'OV1L:' }
const PREFIX_LENGTH = 5

/** The bytes to be signed: the prefix, which names version and kind, then key, times and content. */
export function messageOf(envelope: Envelope): Uint8Array {
  return new ByteWriter()
    .raw(asciiBytes(PREFIXES[envelope.kind]))
    .number(Number.parseInt(envelope.kid, 16), 4)
    .number(envelope.issuedAt, 4)
    .number(envelope.lifetime, 2)
    .raw(envelope.content)
    .done()
}

/** `OV1H:` or `OV1L:`, then message and signature in base 41. Throws CodeTooLongError. */
export function codeText(kind: CodeKind, message: Uint8Array, signature: Uint8Array): string {
  const body = new ByteWriter().raw(message.subarray(PREFIX_LENGTH)).raw(signature).done()
  const text = PREFIXES[kind] + toBase41(body)
  if (text.length > MAX_CODE_LENGTH) throw new CodeTooLongError(`${text.length} characters; ${MAX_CODE_LENGTH} fit`)
  return text
}

/** Never throws: null for anything that `codeText` would not have written. */
export function parseCode(text: string): ParsedCode | null {
  if (text.length > MAX_CODE_LENGTH) return null
  const prefix = text.slice(0, PREFIX_LENGTH)
  const kind = prefix === PREFIXES.h ? 'h' : prefix === PREFIXES.l ? 'l' : null
  const body = kind && fromBase41(text.slice(PREFIX_LENGTH))
  if (!kind || !body) return null
  const reader = new ByteReader(body)
  const kid = reader.number(4).toString(16).padStart(8, '0')
  const issuedAt = reader.number(4)
  const lifetime = reader.number(2)
  const content = reader.raw(Math.max(0, body.length - 10 - SIGNATURE_BYTES))
  const signature = reader.raw(SIGNATURE_BYTES)
  if (!reader.isDone) return null
  const message = new Uint8Array(PREFIX_LENGTH + body.length - SIGNATURE_BYTES)
  message.set(asciiBytes(prefix))
  message.set(body.subarray(0, -SIGNATURE_BYTES), PREFIX_LENGTH)
  return { kind, kid, issuedAt, lifetime, content, message, signature }
}
