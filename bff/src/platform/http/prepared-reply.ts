import { createHash } from 'node:crypto'
import { CompressedForms } from './compressed-forms'

/**
 * A reply that has been written out already, to be sent as it is, many times over. Only a public GET without personal data may
 * answer with one; `T` is the reply that was written.
 */
export class PreparedReply<T> {
  /** For the compiler only: the text of one reply is not that of another. */
  declare protected readonly reply: T

  private constructor(
    readonly body: Buffer,
    readonly etag: string,
    /** Null: sent as it is. */
    readonly forms: CompressedForms | null,
  ) {}

  /**
   * For a reply that changes often, and is sent as it is: a list of free times changes with each booking, takes two packets
   * instead of one, and would cost more to compress than all the rest of its way.
   */
  static of<T>(reply: T): PreparedReply<T> {
    const body = Buffer.from(JSON.stringify(reply))
    return new PreparedReply<T>(body, entityTagOf(body), null)
  }

  /** For a reply that stays: it is compressed once, and its compressed forms are kept. */
  static lasting<T>(reply: T): PreparedReply<T> {
    const body = Buffer.from(JSON.stringify(reply))
    return new PreparedReply<T>(body, weakTagOf(body), new CompressedForms(body, true))
  }
}

/** A strong entity tag (RFC 9110, 8.8.3): 22 letters, digits, `-` and `_` in quotes. */
export function entityTagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** One entity tag for a body and all its compressed forms: they say the same, byte for byte they differ (RFC 9110, 8.8.1). */
export function weakTagOf(body: string | Buffer): string {
  return `W/${entityTagOf(body)}`
}
