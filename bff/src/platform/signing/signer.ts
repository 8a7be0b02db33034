import { deflateRawSync } from 'node:zlib'
import { encodeHealthCode, type HealthCodeContent, verifyHealthCode } from '@one-visit/shared/health-code/code-content'
import { type CodeKind, codeText, messageOf } from '@one-visit/shared/kernel/signed-code/envelope'
import {
  type CodeChecks,
  type CodeKey,
  type CodeRefusal,
  type Genuine,
  signsAt,
} from '@one-visit/shared/kernel/signed-code/verify-code'
import type { JwksDto, StatusListDto } from '@one-visit/shared/licences/contract'
import { encodeOfflineLicence, type OfflineLicence, verifyOfflineLicence } from '@one-visit/shared/licences/offline-code'
import { CLOCK_SKEW_SECONDS, STATUS_LIST_SECONDS } from '@one-visit/shared/licences/rules'
import { statusBits, statusMessage } from '@one-visit/shared/licences/status-list'
import type { Clock } from '../clock'
import { KeyRingError } from '../crypto/crypto-keys'
import type { SuiteName } from '../crypto/field-crypto'
import type { SigningKey } from './signing-key'
import { checkSignature, signingSuiteFor, signingSuites } from './suites'

/** Nothing lives longer, so an ended key need not be published for longer. */
const MAX_CODE_LIFETIME_SECONDS = 600
/** An ended key stays published for so long. */
const KEPT_SECONDS = MAX_CODE_LIFETIME_SECONDS + CLOCK_SKEW_SECONDS
/** What the clocks of our own processes may be apart; a code that has ended is never forgiven here. */
const TOLERANCE = { early: 5, late: 0 }

/** `text`: what the QR holds. Instants are whole seconds. */
export interface SignedCode {
  readonly text: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/**
 * Signs codes and says whether a code is one of ours. Verifying never throws: `malformed`, `unknown_key`, `altered`,
 * `not_yet_valid` and `expired` are its refusals.
 */
export interface Signer {
  /** `lifetime` in seconds, at most MAX_CODE_LIFETIME_SECONDS. */
  signHealthCode(content: HealthCodeContent, lifetime: number): SignedCode
  /** Throws CodeTooLongError (shared/kernel/signed-code/envelope) when the chosen fields do not fit a QR code. */
  signOfflineLicence(licence: OfflineLicence, lifetime: number): SignedCode
  verifyHealthCode(text: string): Genuine<HealthCodeContent> | CodeRefusal
  /** Revocation and repetition are the caller's to judge. */
  verifyOfflineLicence(text: string): Genuine<OfflineLicence> | CodeRefusal
  /** The published list; `revoked` are places (`statusIndex`) of cancelled licences, `highest` the highest place given out. */
  signStatusList(revoked: Iterable<number>, highest: number): StatusListDto
  /** The key set to publish, those that will sign later included. */
  publicKeys(): JwksDto['keys']
}

interface SignerDeps {
  readonly clock: Clock
  readonly ring: { readonly signing: readonly SigningKey[] }
  readonly cryptoSuite: SuiteName
}

/** Throws KeyRingError when the ring has no key to sign with. */
export function createSigner({ clock, ring, cryptoSuite }: SignerDeps): Signer {
  const suite = signingSuiteFor(cryptoSuite)
  const own = ring.signing.filter((key) => key.suite === suite && key.privateKey !== null)
  if (own.length === 0) {
    throw new KeyRingError(`the keys have none to sign with (${suite}); start once without ONE_VISIT_KEYS and copy "signing"`)
  }
  const all = ring.signing.map(publicKeyOf)
  const checks = (): CodeChecks => ({ keys: all, now: clock.now(), tolerance: TOLERANCE, checkSignature })
  const issue = (kind: CodeKind, content: Uint8Array, lifetime: number): SignedCode => {
    if (lifetime > MAX_CODE_LIFETIME_SECONDS) throw new RangeError(`a code lives ${MAX_CODE_LIFETIME_SECONDS} s at most`)
    const issuedAt = new Date(Math.floor(clock.now().getTime() / 1000) * 1000)
    const key = signingKeyAt(own, issuedAt)
    const message = messageOf({ kind, kid: key.kid, issuedAt: issuedAt.getTime() / 1000, lifetime, content })
    return { text: codeText(kind, message, signWith(key, message)), issuedAt, expiresAt: after(issuedAt, lifetime) }
  }
  return {
    signHealthCode: (content, lifetime) => issue('h', encodeHealthCode(content), lifetime),
    signOfflineLicence: (licence, lifetime) => issue('l', encodeOfflineLicence(licence), lifetime),
    verifyHealthCode: (text) => verifyHealthCode(text, checks()),
    verifyOfflineLicence: (text) => verifyOfflineLicence(text, checks()),
    signStatusList: (revoked, highest) => signList(signingKeyAt(own, clock.now()), clock.now(), statusBits(revoked, highest)),
    publicKeys: () => all.filter(({ notAfter }) => notAfter === null || clock.now() < after(new Date(notAfter), KEPT_SECONDS)),
  }
}

const after = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * 1000)

/** Of the keys that sign at that instant the newest. */
function signingKeyAt(keys: readonly SigningKey[], at: Date): SigningKey {
  const [newest] = keys.filter((key) => signsAt(key, at)).sort((a, b) => Date.parse(b.notBefore) - Date.parse(a.notBefore))
  if (!newest) throw new KeyRingError('every signing key has ended: start again to get the next one')
  return newest
}

function signWith({ suite, privateKey, publicKey }: SigningKey, message: Uint8Array): Uint8Array {
  return signingSuites[suite].sign({ privateKey: privateKey ?? '', publicKey }, message)
}

function publicKeyOf({ kid, suite, publicKey, notBefore, notAfter }: SigningKey): CodeKey {
  return { kid, ...signingSuites[suite].jwk(publicKey), use: 'sig', notBefore, notAfter }
}

function signList(key: SigningKey, now: Date, bits: Uint8Array): StatusListDto {
  const list = {
    list: deflateRawSync(bits).toString('base64url'),
    issuedAt: now.toISOString(),
    expiresAt: after(now, STATUS_LIST_SECONDS).toISOString(),
    kid: key.kid,
  }
  return { ...list, signature: Buffer.from(signWith(key, statusMessage(list))).toString('base64url') }
}
