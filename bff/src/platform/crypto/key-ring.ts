import { z } from 'zod'
import { SigningKeys } from '../signing/signing-key'
import { aesSuite, hmacSha256 } from './aes'
import { type FieldCrypto, SealedTextError, type Suite, type SuiteName } from './field-crypto'
import { guomiSuite, hmacSm3 } from './guomi'

const Key32 = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url')
  .transform((text) => Buffer.from(text, 'base64url'))

/**
 * Master keys by id, the one that seals now, and the key of the blind indexes. To rotate: add a key, make it `current`, keep
 * the old one until nothing needs resealing. The index key and its algorithm never change, or no look-up would find its row.
 * `signing`: what codes are signed with, old keys first.
 */
export const KeyRing = z
  .object({
    version: z.literal(1),
    current: z.string(),
    keys: z.record(z.string().regex(/^[a-z0-9-]{1,32}$/, 'key ids are 1 to 32 of a-z, 0-9 and -'), Key32),
    index: z.object({ suite: z.enum(['aes', 'guomi']), key: Key32 }),
    signing: SigningKeys.default([]),
  })
  .refine((ring) => Object.hasOwn(ring.keys, ring.current), { path: ['current'], error: 'must name one of the keys' })

export type KeyRing = z.output<typeof KeyRing>
export type KeyRingText = z.input<typeof KeyRing>

const SUITES: Record<SuiteName, (masterKey: Buffer) => Suite> = { aes: aesSuite, guomi: guomiSuite }
const SEALED = /^(v1\.(aes|guomi)\.([a-z0-9-]{1,32}))\.([A-Za-z0-9_-]+)$/

interface Parts {
  readonly head: string
  readonly suite: SuiteName
  readonly keyId: string
  readonly body: Buffer
}

function parse(sealed: string): Parts {
  const [, head, suite, keyId, body] = SEALED.exec(sealed) ?? []
  if (!head || !keyId || !body) throw new SealedTextError('not_sealed_text')
  const bytes = Buffer.from(body, 'base64url')
  // Decoding forgives stray bits in the last letter; only the one spelling that sealing writes is taken.
  if (bytes.toString('base64url') !== body) throw new SealedTextError('not_sealed_text')
  return { head, suite: suite === 'guomi' ? 'guomi' : 'aes', keyId, body: bytes }
}

/** The head has no line break, so head and purpose cannot run into one another. */
const contextOf = (head: string, purpose: string): Buffer => Buffer.from(`${head}\n${purpose}`, 'utf8')

/** The field encryption of one installation; new text is sealed by `suite`, and text of either suite opens. */
export function createFieldCrypto(ring: KeyRing, suite: SuiteName): FieldCrypto {
  const made = new Map<string, Suite>()
  const suiteOf = (name: SuiteName, keyId: string): Suite => {
    const known = made.get(`${name}.${keyId}`)
    if (known) return known
    const key = Object.hasOwn(ring.keys, keyId) ? ring.keys[keyId] : undefined
    if (!key) throw new SealedTextError('unknown_key')
    const fresh = SUITES[name](key)
    made.set(`${name}.${keyId}`, fresh)
    return fresh
  }
  const current = suiteOf(suite, ring.current)
  const head = `v1.${suite}.${ring.current}`
  const hmac = ring.index.suite === 'guomi' ? hmacSm3 : hmacSha256
  return {
    seal: (plain, purpose) =>
      `${head}.${current.seal(Buffer.from(plain, 'utf8'), contextOf(head, purpose)).toString('base64url')}`,
    open(sealed, purpose) {
      const parts = parse(sealed)
      const opener = suiteOf(parts.suite, parts.keyId)
      try {
        return opener.open(parts.body, contextOf(parts.head, purpose)).toString('utf8')
      } catch {
        throw new SealedTextError('altered_or_other_purpose')
      }
    },
    blindIndex(value, purpose) {
      const length = Buffer.byteLength(purpose, 'utf8').toString()
      return hmac(ring.index.key, Buffer.from(`${length}:${purpose}${value}`, 'utf8')).toString('base64url')
    },
    head: `${head}.`,
  }
}
