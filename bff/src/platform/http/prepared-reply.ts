import { createHash } from 'node:crypto'

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
  ) {}

  static of<T>(reply: T): PreparedReply<T> {
    const body = Buffer.from(JSON.stringify(reply))
    return new PreparedReply<T>(body, entityTagOf(body))
  }
}

/** A strong entity tag (RFC 9110, 8.8.3): 22 letters, digits, `-` and `_` in quotes. */
export function entityTagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}
