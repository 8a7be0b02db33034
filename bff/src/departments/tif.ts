import { createHash, createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Sensitive } from '../platform/sensitive'

/** How this installation is known at the provincial gateway. */
export interface TifAccount {
  readonly paasId: string
  readonly token: Sensitive<string>
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Signature of the provincial gateway: hex SHA-256 of timestamp + token + nonce + timestamp (timestamp in seconds). */
export function tifSignature(token: string, timestamp: string, nonce: string): string {
  return sha256(timestamp + token + nonce + timestamp)
}

/** The provincial signature leaves the body out; this covers it: hex HMAC-SHA256 by token over timestamp, nonce and the body's hash. */
export function bodyDigest(token: string, timestamp: string, nonce: string, body: string): string {
  return createHmac('sha256', token)
    .update(`${timestamp}\n${nonce}\n${sha256(body)}`)
    .digest('hex')
}

/** Headers of one try; every try has a nonce of its own. */
export function tifHeaders(account: TifAccount, body: string, now: Date): Record<string, string> {
  const token = account.token.reveal()
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const nonce = randomUUID()
  return {
    'x-tif-paasid': account.paasId,
    'x-tif-timestamp': timestamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': tifSignature(token, timestamp, nonce),
    'x-body-digest': bodyDigest(token, timestamp, nonce, body),
  }
}

/** A reply: `data` with errcode 0, or a business answer of the department with its own number and no data. */
export interface CodedReply<T> {
  readonly errcode: number
  readonly data: T | null
}

/** The reply envelope around a department's `data`. */
export function tifReply<T>(data: z.ZodType<T>): z.ZodType<CodedReply<T>> {
  const answered = z.object({ errcode: z.literal(0), data })
  const refused = z
    .object({ errcode: z.int().refine((code) => code !== 0) })
    .transform(({ errcode }) => ({ errcode, data: null }))
  return z.union([answered, refused])
}
