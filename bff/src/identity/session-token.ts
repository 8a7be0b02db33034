import { createHash, randomBytes } from 'node:crypto'

declare const plain: unique symbol
declare const hashed: unique symbol

/** The token as the phone holds it: 256 bits, base64url. Never stored, never logged. */
export type SessionToken = string & { readonly [plain]: true }
/** Its SHA-256, as the database holds it. A different type, so that one cannot stand in for the other. */
export type HashedSessionToken = string & { readonly [hashed]: true }

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/

export function newSessionToken(): SessionToken {
  return randomBytes(32).toString('base64url') as SessionToken
}

/** Narrows what came in a header; null when it cannot be one of our tokens. */
export function parseSessionToken(value: string): SessionToken | null {
  return TOKEN_PATTERN.test(value) ? (value as SessionToken) : null
}

export function hashSessionToken(token: SessionToken): HashedSessionToken {
  return createHash('sha256').update(token).digest('base64url') as HashedSessionToken
}
