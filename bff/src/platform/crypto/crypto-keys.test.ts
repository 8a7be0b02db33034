import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
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

const fileOf = (dataDir: string): string => path.join(dataDir, 'keys.json')
const readRing = (dataDir: string) => JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as ReturnType<typeof newKeyRing>
const writeRing = (dataDir: string, ring: object): void => writeFileSync(fileOf(dataDir), JSON.stringify(ring))

test.each([
  ['aes', 'ed25519'],
  ['guomi', 'sm2'],
] as const)('a key file of before there were signing keys (%s) gets one and keeps all else', (cryptoSuite, suite) => {
  const dataDir = newDataDir()
  loadKeyRing(configOf(dataDir))
  const { signing: _, ...old } = readRing(dataDir)
  writeRing(dataDir, old)
  const ring = loadKeyRing({ ...configOf(dataDir), cryptoSuite })
  expect(ring.signing).toMatchObject([{ suite, notAfter: null }])
  expect(readRing(dataDir)).toEqual({ ...old, signing: ring.signing })
  expect(statSync(fileOf(dataDir)).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['keys.json'])
  expect(loadKeyRing({ ...configOf(dataDir), cryptoSuite })).toEqual(ring)
})

test('a signing key that was given an end gets its successor at the next start', () => {
  const dataDir = newDataDir()
  const [first] = loadKeyRing(configOf(dataDir)).signing
  const notAfter = '2026-12-01T00:00:00.000Z'
  writeRing(dataDir, { ...readRing(dataDir), signing: [{ ...first, notAfter }] })
  const { signing } = loadKeyRing(configOf(dataDir))
  expect(signing).toMatchObject([
    { kid: first?.kid, notAfter },
    { notBefore: notAfter, notAfter: null },
  ])
  expect(loadKeyRing(configOf(dataDir)).signing).toEqual(signing)
})

test('a lock that a dead process left behind does not stop a start', () => {
  const dataDir = newDataDir()
  loadKeyRing(configOf(dataDir))
  writeRing(dataDir, { ...readRing(dataDir), signing: [] })
  writeFileSync(`${fileOf(dataDir)}.lock`, '')
  utimesSync(`${fileOf(dataDir)}.lock`, 0, 0)
  expect(loadKeyRing(configOf(dataDir)).signing).toHaveLength(1)
  expect(readdirSync(dataDir)).toEqual(['keys.json'])
})

test('processes that start at once agree on the signing key that was missing', async () => {
  const dataDir = newDataDir()
  loadKeyRing(configOf(dataDir))
  writeRing(dataDir, { ...readRing(dataDir), signing: [] })
  const program = `
    const { loadKeyRing } = require(${JSON.stringify(path.join(__dirname, 'crypto-keys.ts'))})
    const ring = loadKeyRing({ dataDir: ${JSON.stringify(dataDir)}, cryptoSuite: 'aes', keys: null })
    process.stdout.write(ring.signing.map((key) => key.kid).join())`
  const run = promisify(execFile)
  const started = Array.from({ length: 4 }, () => run(process.execPath, ['--import', 'tsx', '--eval', program]))
  const kids = new Set((await Promise.all(started)).map(({ stdout }) => stdout))
  expect([...kids]).toEqual(loadKeyRing(configOf(dataDir)).signing.map(({ kid }) => kid))
})

test('signing keys may come from the environment; one whose halves do not match is refused without being shown', () => {
  const ring = newKeyRing('guomi')
  const given = (signing: unknown) => ({ ...configOf(newDataDir()), keys: sensitive(JSON.stringify({ ...ring, signing })) })
  const [key] = ring.signing ?? []
  expect(loadKeyRing(given([key])).signing).toEqual([key])
  expect(() => loadKeyRing(given([key, key]))).toThrow(/same id/)
  const [other] = newKeyRing('guomi').signing ?? []
  const mismatch = (): unknown => loadKeyRing(given([{ ...key, publicKey: other?.publicKey }]))
  expect(mismatch).toThrow(/not the public half/)
  expect(mismatch).not.toThrow(new RegExp(key?.privateKey ?? ''))
})
