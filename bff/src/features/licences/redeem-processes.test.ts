import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { newId } from '../../platform/ids'
import { LicencePresentation } from './presentation.entity'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const NOW = '2026-11-21T01:02:03.000Z'
const PROCESSES = 4
const TIMES = 25

async function placed(way: 'online' | 'offline'): Promise<string> {
  const id = newId(new Date(NOW))
  await database.inTransaction((tx) =>
    tx.insert(LicencePresentation, {
      ...{ id, accountId: 'account', way, type: 'id_card', licenceIndex: 'licence', fieldKeys: '["name"]' },
      ...{ contentSealed: 'sealed', numberHash: way === 'online' ? id : null, asOf: NOW, createdAt: NOW },
      expiresAt: '2026-11-21T01:03:03.000Z',
    }),
  )
  return id
}

interface Redeemer {
  readonly process: ChildProcessWithoutNullStreams
  readonly said: () => string[]
  readonly failed: () => string
}

function startRedeemer(ids: readonly string[]): Redeemer {
  const script = path.join(__dirname, '../../../test/redeem-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, database.url, ids.join(','), String(TIMES)], {
    cwd: path.join(__dirname, '../../..'),
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return { process: child, said: () => out.split('\n').slice(0, -1), failed: () => errors }
}

test('of a hundred redemptions in four processes at the same time exactly one succeeds', async () => {
  const ids = [await placed('online'), await placed('offline')]
  const redeemers = Array.from({ length: PROCESSES }, () => startRedeemer(ids))
  const ended = redeemers.map(({ process: child }) => once(child, 'close'))
  await Promise.all(redeemers.map(({ process: child }) => once(child.stdout, 'data')))
  for (const { process: child } of redeemers) child.stdin.write(`${NOW}\n`)
  await Promise.all(ended)
  expect(redeemers.map(({ failed }) => failed())).toEqual(redeemers.map(() => ''))
  const succeeded = redeemers.flatMap(({ said }) => said().filter((line) => line !== 'ready'))
  expect(succeeded.sort()).toEqual(ids.sort())
}, 60_000)
