import { parseArgs } from 'node:util'
import { entities } from './entities'
import { migrations } from './migrations'
import { ConfigError, loadStoreConfig } from './platform/config'
import { addKey, dropKey, KeyRingError, loadKeyRing, useKey } from './platform/crypto/crypto-keys'
import type { SuiteName } from './platform/crypto/field-crypto'
import { createFieldCrypto } from './platform/crypto/key-ring'
import { reseal } from './platform/crypto/reseal'
import { type Database, openDatabase, type Reader } from './platform/database'
import { sealedColumns } from './sealed-columns'

const USAGE = `npm run keys -- list          which keys there are, and how much each has sealed
npm run keys -- add           1. a new key, which seals nothing yet; then send every process SIGHUP
npm run keys -- use <id>      2. from now on it seals; then send every process SIGHUP
npm run keys -- reseal        3. what other keys sealed is sealed with it, while everything runs
npm run keys -- drop <id>     4. a key that nothing needs any more is forgotten; then send every process SIGHUP`

type Config = ReturnType<typeof loadStoreConfig>

/** `npm run keys`: changes the keys of an installation while it runs. */
async function main(): Promise<void> {
  const [what, id, ...more] = parseArgs({ allowPositionals: true }).positionals
  const config = loadStoreConfig(process.env)
  const named = what === 'use' || what === 'drop'
  if (what === undefined || more.length > 0 || named !== (id !== undefined)) throw new KeyRingError(USAGE)
  if (what === 'list') await list(config)
  else if (what === 'add') add(config)
  else if (what === 'use' && id !== undefined) use(config, id)
  else if (what === 'reseal') await resealAll(config)
  else if (what === 'drop' && id !== undefined) await drop(config, id)
  else throw new KeyRingError(USAGE)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function add(config: Config): void {
  say(`${addKey(config)}: added. It seals nothing yet.`)
}

function use(config: Config, id: string): void {
  useKey(config, id)
  say(`${id}: seals from now on.`)
}

function withDatabase<T>({ databaseUrl: url }: Config, work: (database: Database) => Promise<T>): Promise<T> {
  return openDatabase({ url, entities, migrations }).then((database) => work(database).finally(() => database.close()))
}

async function list(config: Config): Promise<void> {
  const ring = loadKeyRing(config)
  await withDatabase(config, async ({ read }) => {
    for (const id of Object.keys(ring.keys)) {
      const sealed = await sealedBy(read, id)
      say(`${id}${id === ring.current ? ' (current)' : ''}: ${describe(sealed)}`)
    }
  })
}

async function resealAll(config: Config): Promise<void> {
  const crypto = createFieldCrypto(loadKeyRing(config), config.cryptoSuite)
  await withDatabase(config, async (database) => {
    let all = 0
    // A row that changed meanwhile is looked at again; what is written now is sealed with the current key.
    for (
      let done = await reseal({ database, crypto }, sealedColumns);
      done > 0;
      done = await reseal({ database, crypto }, sealedColumns)
    )
      all += done
    say(`${all} texts were sealed again.`)
  })
}

async function drop(config: Config, id: string): Promise<void> {
  const sealed = await withDatabase(config, ({ read }) => sealedBy(read, id))
  if (sealed.size > 0) throw new KeyRingError(`${id} is still needed: ${describe(sealed)}`)
  dropKey(config, id)
  say(`${id}: forgotten.`)
}

const SUITES: readonly SuiteName[] = ['aes', 'guomi']

/** How many texts of each column a key has sealed. */
async function sealedBy(read: Reader, id: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const add = (name: string, count = 0): void => {
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  for (const head of SUITES.map((suite) => `v1.${suite}.${id}.`)) {
    for (const column of sealedColumns) add(column.at, await column.count(read, head))
    const [replies] = await read.sql<{ n: number }[]>`
      SELECT CAST(count(*) AS integer) AS n FROM idempotency_keys WHERE reply LIKE ${`${head}%`}`
    add('replies kept for 24 hours', replies?.n)
    const [copies] = await read.sql<{ n: number }[]>`
      SELECT CAST(count(*) AS integer) AS n FROM department_copies WHERE body LIKE ${`${head}%`}`
    add('copies of department replies kept for 7 days', copies?.n)
  }
  return counts
}

const describe = (sealed: Map<string, number>): string =>
  sealed.size === 0 ? 'nothing' : [...sealed].map(([name, count]) => `${count} × ${name}`).join(', ')

main().catch((error: unknown) => {
  const known = error instanceof KeyRingError || error instanceof ConfigError
  process.stderr.write(`${known ? error.message : String(error)}\n`)
  process.exitCode = 1
})
