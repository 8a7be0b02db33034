import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { signInVerified } from '../test/people'
import { startTestServer, type TestServer } from '../test/test-server'
import { openSlots, residents, slotsOf } from '../test/visits'
import { loadKeyRing } from './platform/crypto/crypto-keys'
import { createFieldCrypto } from './platform/crypto/key-ring'
import { type RenewableCrypto, renewableCrypto } from './platform/crypto/renewable-crypto'

let server: TestServer
let crypto: RenewableCrypto
let dataDir: string
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'one-visit-keys-'))
  crypto = renewableCrypto(() => createFieldCrypto(loadKeyRing({ dataDir, cryptoSuite: 'aes', keys: null }), 'aes'))
  server = await startTestServer({ crypto })
})
afterEach(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true })
})

/** `npm run keys -- …` in a process of its own. */
async function keys(...args: string[]): Promise<{ code: unknown; said: string }> {
  const script = path.join(__dirname, 'keys.ts')
  const env = { PATH: process.env['PATH'], DATABASE_URL: server.database.url, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: path.join(__dirname, '..'), env })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as unknown[]
  return { code, said }
}

it('change while people book, and nothing is lost', async () => {
  const first = crypto.head.split('.')[2] ?? ''
  const { token } = await signInVerified(server, 'chenjianguo')
  await openSlots(server)
  const slots = await slotsOf(server)
  const people = await residents(server, slots.length)
  const stop = new AbortController()
  const booking = (async () => {
    for (const [n, person] of people.entries()) {
      await server.call('POST /v1/appointments', { token: person.token, body: { slotId: slots[n]?.id ?? '' } })
      if (stop.signal.aborted) break
      await server.call('GET /v1/appointments', { token: person.token })
    }
  })()

  const second = /^(k-[0-9a-f]+): added/.exec((await keys('add')).said)?.[1] ?? ''
  crypto.renew()
  expect(await keys('use', second)).toMatchObject({ code: 0 })
  crypto.renew()
  expect(await keys('drop', first)).toMatchObject({ code: 1, said: expect.stringContaining('is still needed') as string })
  const resealed = await keys('reseal')
  expect(resealed.said).toMatch(/^[1-9]\d* texts were sealed again/)
  stop.abort()
  await booking
  expect(await keys('reseal')).toMatchObject({ code: 0 })
  // What goes by itself has gone.
  server.clock.advance(8 * 24 * 3_600_000)
  for (const job of ['forget-expired', 'idempotency-purge']) await server.runJob(job)
  expect(await keys('drop', first)).toEqual({ code: 0, said: `${first}: forgotten.\n` })
  crypto.renew()

  const { token: again } = await signInVerified(server, 'chenjianguo')
  expect(await server.call('GET /v1/session', { token: again })).toMatchObject({ account: { name: '陈*国' } })
  expect(token).not.toBe(again)
  expect(statSync(path.join(dataDir, 'keys.json')).mode & 0o077).toBe(0)
}, 120_000)

it('that seal are never forgotten, and unknown ones not used', async () => {
  const current = crypto.head.split('.')[2] ?? ''
  expect(await keys('drop', current)).toMatchObject({ code: 1 })
  expect(await keys('use', 'k-00000000')).toMatchObject({
    code: 1,
    said: expect.stringContaining('must name one of the keys') as string,
  })
  expect((await keys('nothing')).said).toContain('npm run keys -- list')
  expect((await keys('list')).said).toContain(`${current} (current): `)
}, 120_000)
