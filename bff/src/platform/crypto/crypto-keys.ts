import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Sensitive } from '../sensitive'
import { missingSigningKey } from '../signing/signing-key'
import { signingSuiteFor } from '../signing/suites'
import type { SuiteName } from './field-crypto'
import { isAlreadyThere, withFileLock } from './file-lock'
import { KeyRing, type KeyRingText } from './key-ring'

interface KeyConfig {
  readonly dataDir: string
  readonly cryptoSuite: SuiteName
  /** The ring as JSON, when the environment gives it; otherwise the file `keys.json` of the data directory is used. */
  readonly keys: Sensitive<string> | null
}

/** The message names the place and the mistake, never a key. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError'
}

/**
 * The key ring of this installation; at the very first start it is made and written to `<dataDir>/keys.json`, mode 0600. A file
 * whose signing keys are missing or all have an end gets the next one.
 */
export function loadKeyRing(config: KeyConfig): KeyRing {
  if (config.keys) return parseKeyRing(config.keys.reveal(), 'ONE_VISIT_KEYS')
  const file = path.join(config.dataDir, 'keys.json')
  return completeKeyFile(file, readKeyFile(file) ?? createKeyFile(file, config.cryptoSuite), config.cryptoSuite)
}

/** A new ring with one key, and one to sign with. `suite` decides the algorithm of the blind indexes for good. */
export function newKeyRing(suite: SuiteName): KeyRingText {
  const id = `k-${randomBytes(4).toString('hex')}`
  const key = (): string => randomBytes(32).toString('base64url')
  const signing = [missingSigningKey([], signingSuiteFor(suite))].filter((one) => one !== null)
  return { version: 1, current: id, keys: { [id]: key() }, index: { suite, key: key() }, signing }
}

/** Parses a ring from JSON; throws KeyRingError naming `place` and every mistake. */
export function parseKeyRing(json: string, place: string): KeyRing {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new KeyRingError(`${place} is not JSON`)
  }
  const parsed = KeyRing.safeParse(value)
  if (!parsed.success) throw new KeyRingError(`${place} is not a key ring:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function readKeyFile(file: string): KeyRing | null {
  const status = statSync(file, { throwIfNoEntry: false })
  if (!status) return null
  // Windows has no such bits; there the directory's own rights count.
  if (process.platform !== 'win32' && (status.mode & 0o077) !== 0) {
    throw new KeyRingError(`${file} can be read by others; run: chmod 600 ${file}`)
  }
  return parseKeyRing(readFileSync(file, 'utf8'), file)
}

/** The name of a new file beside `file` that only its owner can read. */
function writeDraft(file: string, ring: object): string {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  chmodSync(draft, 0o600)
  return draft
}

function createKeyFile(file: string, suite: SuiteName): KeyRing {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = writeDraft(file, newKeyRing(suite))
  try {
    // A hard link appears whole or not at all: of several processes starting at once, one wins and the others read its file.
    linkSync(draft, file)
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  } finally {
    unlinkSync(draft)
  }
  const ring = readKeyFile(file)
  if (!ring) throw new KeyRingError(`${file} disappeared while it was made`)
  return ring
}

/** Of several processes starting at once one adds the signing key, and the others read it. */
function completeKeyFile(file: string, ring: KeyRing, suite: SuiteName): KeyRing {
  const signing = signingSuiteFor(suite)
  if (!missingSigningKey(ring.signing, signing)) return ring
  return withFileLock(`${file}.lock`, () => {
    const now = readKeyFile(file) ?? ring
    const key = missingSigningKey(now.signing, signing)
    if (!key) return now
    const text = z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8')))
    renameSync(writeDraft(file, { ...text, signing: [...now.signing, key] }), file)
    return parseKeyRing(readFileSync(file, 'utf8'), file)
  })
}
