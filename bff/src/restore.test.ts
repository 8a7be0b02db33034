import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeEmptyPlace, type TestDatabasePlace } from '../test/test-database'
import { startTestServer, type TestServer } from '../test/test-server'
import { countsOf, openSlots, residents, slotsOf } from '../test/visits'
import { entities } from './entities'
import { migrations } from './migrations'
import { openDatabase } from './platform/database'

let server: TestServer
let place: TestDatabasePlace
let folder: string
beforeEach(async () => {
  server = await startTestServer()
  place = await makeEmptyPlace()
  folder = mkdtempSync(path.join(os.tmpdir(), 'one-visit-backup-'))
})
afterEach(async () => {
  await server.close()
  await place.remove()
  rmSync(folder, { recursive: true })
})

async function run(program: 'backup' | 'restore', url: string, file: string): Promise<{ code: unknown; said: string }> {
  const script = path.join(__dirname, `${program}.ts`)
  const env = { PATH: process.env['PATH'], DATABASE_URL: url }
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { cwd: path.join(__dirname, '..'), env })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as unknown[]
  return { code, said }
}

it('brings back a county where people were booking while the backup was made', async () => {
  await openSlots(server)
  const slots = await slotsOf(server)
  const people = await residents(server, 2 * slots.length)
  let acknowledged = 0
  const bookAll = async (part: number): Promise<void> => {
    for (const [n, { token }] of people.entries()) {
      const slot = slots[n % slots.length]
      if (n % 3 !== part || !slot) continue
      await server.call('POST /v1/appointments', { token, body: { slotId: slot.id } })
      acknowledged += 1
    }
  }
  const booking = [0, 1, 2].map(bookAll)
  while (acknowledged < 3) await new Promise(setImmediate)
  const before = acknowledged
  const file = path.join(folder, 'county.backup')
  expect(await run('backup', server.database.url, file)).toMatchObject({ code: 0 })
  await Promise.all(booking)

  const back = await run('restore', place.url, file)
  expect(back).toMatchObject({ code: 0 })
  expect(back.said).toMatch(/The audit holds: [1-9]\d* records/)
  const database = await openDatabase({ url: place.url, entities, migrations })
  const [visits] = await database.read.sql<{ all_of: number }[]>`SELECT CAST(count(*) AS integer) AS all_of FROM appointments`
  expect(visits?.all_of).toBeGreaterThanOrEqual(before)
  for (const { id } of slots) {
    const counts = await countsOf({ ...server, database: { ...database, url: place.url, close: () => Promise.resolve() } }, id)
    expect(counts.said).toEqual(counts.true)
  }
  await database.close()
}, 120_000)

it('says what to do instead of writing over a database', async () => {
  const file = path.join(folder, 'county.backup')
  await run('backup', server.database.url, file)
  const refused = await run('restore', server.database.url, file)
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.said).toMatch(/^Not restored\. .*(not empty|already)/)
}, 120_000)
