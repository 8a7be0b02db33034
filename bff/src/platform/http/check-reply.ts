import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'

/** Throws when a reply does not fit its schema or says more than the schema does. Names the fields, never their values. */
export function checkReply(key: string, endpoint: Endpoint, reply: unknown): void {
  if (endpoint.reply === null) {
    if (reply !== undefined) throw new Error(`${key} has no reply in the contract, but its handler gave one`)
    return
  }
  const parsed = endpoint.reply.safeParse(reply)
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.') || '(the whole)'}: ${issue.code}`)
    throw new Error(`the reply of ${key} does not fit the contract: ${places.join(', ')}`)
  }
  // Compared as it travels: a key whose value is undefined is not sent.
  const sent: unknown = JSON.parse(JSON.stringify(reply))
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), sent))
    throw new Error(`the reply of ${key} says more than the contract`)
}
