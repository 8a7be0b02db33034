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
  const id = newKeyId()
  const signing = [missingSigningKey([], signingSuiteFor(suite))].filter((one) => one !== null)
  return { version: 1, current: id, keys: { [id]: newKey() }, index: { suite, key: newKey() }, signing }
}

const newKeyId = (): string => `k-${randomBytes(4).toString('hex')}`
const newKey = (): string => randomBytes(32).toString('base64url')

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
  return changeRing(file, (now) => {
    const key = missingSigningKey(now.signing, signing)
    return key ? { signing: [...now.signing, key] } : {}
  })
}

/**
 * Adds a key that seals nothing yet, so that every process can learn it first; hands back its id. Throws KeyRingError when the
 * environment holds the ring: then it is changed there.
 */
export function addKey(config: KeyConfig): string {
  const id = newKeyId()
  changeRing(fileOf(config), (_, text) => ({ keys: { ...text.keys, [id]: newKey() } }))
  return id
}

/** From now on this key seals; throws KeyRingError when there is none of this id. */
export function useKey(config: KeyConfig, id: string): void {
  changeRing(fileOf(config), () => ({ current: id }))
}

/** Forgets a key for good: nothing that it sealed opens again. Throws KeyRingError for the one that seals now. */
export function dropKey(config: KeyConfig, id: string): void {
  changeRing(fileOf(config), (now, text) => {
    if (!Object.hasOwn(now.keys, id)) throw new KeyRingError(`there is no key ${id}`)
    return { keys: Object.fromEntries(Object.entries(text.keys).filter(([key]) => key !== id)) }
  })
}

function fileOf({ keys, dataDir }: KeyConfig): string {
  if (keys) throw new KeyRingError('ONE_VISIT_KEYS holds the keys: change them there')
  return path.join(dataDir, 'keys.json')
}

const RingText = z.looseObject({ keys: z.record(z.string(), z.string()) })
type RingText = z.output<typeof RingText>

/** Changes the file in one step, alone; what comes out must be a key ring. */
function changeRing(file: string, change: (now: KeyRing, text: RingText) => object): KeyRing {
  return withFileLock(`${file}.lock`, () => {
    const now = readKeyFile(file)
    if (!now) throw new KeyRingError(`there is no ${file}`)
    const text = RingText.parse(JSON.parse(readFileSync(file, 'utf8')))
    const changed = { ...text, ...change(now, text) }
    const ring = parseKeyRing(JSON.stringify(changed), file)
    renameSync(writeDraft(file, changed), file)
    return ring
  })
}
