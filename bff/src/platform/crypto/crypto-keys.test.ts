import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sensitive } from '../sensitive'
import { KeyRingError, loadKeyRing, newKeyRing } from './crypto-keys'

const folders: string[] = []
function newDataDir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'one-visit-keys-'))
  folders.push(folder)
  return path.join(folder, 'data')
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const configOf = (dataDir: string) => ({ dataDir, cryptoSuite: 'aes' as const, keys: null })

test('the first start makes a key file that only its owner can read, and later starts read the same ring', () => {
  const dataDir = newDataDir()
  const first = loadKeyRing(configOf(dataDir))
  expect(statSync(path.join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(readdirSync(dataDir)).toEqual(['keys.json'])
  expect(loadKeyRing(configOf(dataDir))).toEqual(first)
})

test('two installations have different keys', () => {
  expect(loadKeyRing(configOf(newDataDir()))).not.toEqual(loadKeyRing(configOf(newDataDir())))
})

test('a key file that others can read is refused', () => {
  const dataDir = newDataDir()
  loadKeyRing(configOf(dataDir))
  chmodSync(path.join(dataDir, 'keys.json'), 0o644)
  expect(() => loadKeyRing(configOf(dataDir))).toThrow(/can be read by others/)
})

test('a broken key file is never replaced by a new one', () => {
  const dataDir = newDataDir()
  loadKeyRing(configOf(dataDir))
  writeFileSync(path.join(dataDir, 'keys.json'), '{"version":1}')
  expect(() => loadKeyRing(configOf(dataDir))).toThrow(KeyRingError)
})

test('keys from the environment are used without a file, and a mistake in them shows no key', () => {
  const dataDir = newDataDir()
  const ring = newKeyRing('guomi')
  const given = (keys: unknown) => ({ ...configOf(dataDir), keys: sensitive(JSON.stringify(keys)) })
  expect(loadKeyRing(given(ring)).current).toBe(ring.current)
  const error = ((): unknown => {
    try {
      return loadKeyRing(given({ ...ring, index: { suite: 'aes', key: 'secret-key-value' } }))
    } catch (caught) {
      return caught
    }
  })()
  expect(error).toBeInstanceOf(KeyRingError)
  expect(String(error)).toMatch(/ONE_VISIT_KEYS/)
  expect(String(error)).not.toMatch(/secret-key-value/)
  expect(readdirSync(path.dirname(dataDir))).toEqual([])
})
