import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { openTestDatabase, type TestDatabase } from '../test/test-database'
import { appendAudit } from './platform/audit'
import { auditSealJob } from './platform/audit-seal-job'
import { systemClock } from './platform/clock'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

async function verify(url: string): Promise<{ code: unknown; said: string }> {
  const script = path.join(__dirname, 'audit-verify.ts')
  const env = { PATH: process.env['PATH'], DATABASE_URL: url }
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: path.join(__dirname, '..'), env })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as unknown[]
  return { code, said }
}

const append = (ageMs: number) =>
  database.inTransaction((tx) =>
    appendAudit(tx, { event: 'tried', actor: { kind: 'system', id: null }, at: new Date(Date.now() - ageMs) }),
  )

it('says OK beside a running server, and which record is wrong when one is', async () => {
  await append(0)
  await auditSealJob({ database, clock: systemClock }).run(new AbortController().signal)
  const good = await verify(database.url)
  expect(good).toMatchObject({ code: 0 })
  expect(good.said).toMatch(/^OK: 1 records, head [0-9a-f]{64}\n$/)
  await append(120_000)
  const bad = await verify(database.url)
  expect(bad).toMatchObject({ code: 1 })
  expect(bad.said).toMatch(/^BROKEN: record_unsealed, seal none, record [0-9a-f-]{36}\n$/)
}, 60_000)

it('has an exit code of its own when it could not look', async () => {
  const nowhere = await verify('sqlite:test/there-is-no-such.db')
  expect(nowhere).toMatchObject({ code: 2 })
  expect(nowhere.said).toMatch(/^The audit could not be verified\. /)
}, 60_000)
