import type { CheckSignature, CodeKey } from '@one-visit/shared/kernel/signed-code/verify-code'
import type { SuiteName } from '../crypto/field-crypto'
import { ed25519Suite } from './ed25519'
import { sm2Suite } from './sm2'

export const SIGNING_SUITES = ['ed25519', 'sm2'] as const
export type SigningSuiteName = (typeof SIGNING_SUITES)[number]

/** Keys are base64url: the private one 32 bytes, the public one 32 bytes (Ed25519) or x‖y in 64 (SM2). */
export interface SigningSuite {
  newPrivateKey(): string
  publicKeyOf(privateKey: string): string
  /** 64 bytes. */
  sign(pair: { readonly privateKey: string; readonly publicKey: string }, message: Uint8Array): Uint8Array
  readonly check: CheckSignature
  /** The public key's part of its JWK. */
  jwk(publicKey: string): Pick<CodeKey, 'kty' | 'crv' | 'x' | 'y'>
}

export const signingSuites: Readonly<Record<SigningSuiteName, SigningSuite>> = { ed25519: ed25519Suite, sm2: sm2Suite }

/** What an installation signs with follows from what it encrypts with. */
export function signingSuiteFor(suite: SuiteName): SigningSuiteName {
  return suite === 'guomi' ? 'sm2' : 'ed25519'
}

/** Checks with the suite that the key is of. */
export const checkSignature: CheckSignature = (key, message, signature) =>
  signingSuites[key.crv === 'SM2' ? 'sm2' : 'ed25519'].check(key, message, signature)
