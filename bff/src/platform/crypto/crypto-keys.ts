import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Sensitive } from '../sensitive'
import type { SuiteName } from './field-crypto'
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

/** The key ring of this installation; at the very first start it is made and written to `<dataDir>/keys.json`, mode 0600. */
export function loadKeyRing(config: KeyConfig): KeyRing {
  if (config.keys) return parseKeyRing(config.keys.reveal(), 'ONE_VISIT_KEYS')
  const file = path.join(config.dataDir, 'keys.json')
  return readKeyFile(file) ?? createKeyFile(file, config.cryptoSuite)
}

/** A new ring with one key. `suite` decides the algorithm of the blind indexes for good. */
export function newKeyRing(suite: SuiteName): KeyRingText {
  const id = `k-${randomBytes(4).toString('hex')}`
  const key = (): string => randomBytes(32).toString('base64url')
  return { version: 1, current: id, keys: { [id]: key() }, index: { suite, key: key() } }
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

function createKeyFile(file: string, suite: SuiteName): KeyRing {
  const text = JSON.stringify(newKeyRing(suite), null, 2)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true })
  chmodSync(draft, 0o600)
  try {
    // A hard link appears whole or not at all: of several processes starting at once, one wins and the others read its file.
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  const ring = readKeyFile(file)
  if (!ring) throw new KeyRingError(`${file} disappeared while it was made`)
  return ring
}
