import { randomBytes } from 'node:crypto'
import { KEY_ID_PATTERN } from '@one-visit/shared/kernel/signed-code/envelope'
import { z } from 'zod'
import { SIGNING_SUITES, type SigningSuiteName, signingSuites } from './suites'

/** Before the first code: an installation whose clock was wrong at its first start can sign all the same. */
const FIRST_INSTANT = '2020-01-01T00:00:00.000Z'

const Bytes = z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be base64url')

/**
 * A key that signs from `notBefore` to `notAfter`, UTC instants. Once it has ended its private half may be taken out (null); the
 * public half stays, so that what it signed is known until it ends.
 */
export const SigningKey = z
  .object({
    kid: z.string().regex(KEY_ID_PATTERN, 'ids of signing keys are 8 of 0-9 and a-f'),
    suite: z.enum(SIGNING_SUITES),
    privateKey: Bytes.length(43, 'must be 32 bytes in base64url').nullable(),
    publicKey: Bytes,
    notBefore: z.iso.datetime(),
    notAfter: z.iso.datetime().nullable(),
  })
  .refine(({ suite, privateKey, publicKey }) => privateKey === null || isPair(suite, privateKey, publicKey), {
    path: ['publicKey'],
    error: 'is not the public half of the private key',
    // Only a key whose parts are well formed can be a pair.
    when: ({ issues }) => issues.length === 0,
  })

export type SigningKey = z.output<typeof SigningKey>

/** All signing keys of an installation, old ones first. */
export const SigningKeys = z
  .array(SigningKey)
  .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, { error: 'two signing keys have the same id' })

function isPair(suite: SigningSuiteName, privateKey: string, publicKey: string): boolean {
  try {
    return signingSuites[suite].publicKeyOf(privateKey) === publicKey
  } catch {
    return false
  }
}

/**
 * The key that is missing: a first one, or the successor of keys that all have an end, from the moment the last of them ends.
 * So giving the current key its `notAfter` and starting again rotates it. Null when a key signs until further notice.
 */
export function missingSigningKey(keys: readonly SigningKey[], suite: SigningSuiteName): SigningKey | null {
  const ends: string[] = []
  for (const key of keys.filter((one) => one.suite === suite)) {
    if (key.notAfter === null) return null
    ends.push(new Date(key.notAfter).toISOString())
  }
  const privateKey = signingSuites[suite].newPrivateKey()
  return {
    kid: randomBytes(4).toString('hex'),
    suite,
    privateKey,
    publicKey: signingSuites[suite].publicKeyOf(privateKey),
    notBefore: ends.sort().at(-1) ?? FIRST_INSTANT,
    notAfter: null,
  }
}
