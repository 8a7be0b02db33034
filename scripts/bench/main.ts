import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../../bff/test/embedded-postgres'
import { makeKeys, openKeys, openStore } from './bench-store'
import { type Child, startChild } from './child'
import { explain, type Explanation, writeExplanation } from './explain'
import { measure, type Target, warmUp } from './measure'
import { type BenchOptions, parseBenchOptions } from './options'
import { NOTES, type Result, writeTable } from './report'
import { requireSameAnswers } from './same-answers'
import { WORKLOADS } from './requests'
import { seedResidents } from './seed'

const CONNECTIONS = [1, 16, 64]
const BFF = 'BFF'

/** What is open and must be closed again, last first. */
type Closers = (() => Promise<void>)[]

async function main(): Promise<void> {
  const options = parseBenchOptions(process.argv.slice(2))
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'one-visit-bench-'))
  const closers: Closers = [() => fs.promises.rm(folder, { recursive: true, force: true })]
  try {
    await run(options, folder, closers)
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

async function run(options: BenchOptions, folder: string, closers: Closers): Promise<void> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`)
  const keys = makeKeys()
  const load = startChild('load-process.ts')
  closers.push(() => load.stop())
  say('Preparing databases and servers …')
  const targets = await startTargets(options, { folder, keys, closers })
  await requireSameAnswers(targets)
  const results: Result[] = []
  for (const workload of WORKLOADS) {
    await warmUp(load, targets, workload)
    for (const connections of CONNECTIONS) {
      say(`Measuring ${workload} at ${connections} connections …`)
      results.push({ workload, connections, measured: await measure(load, targets, { ...options, workload, connections }) })
    }
  }
  const explanation = options.explain ? await explainBff(load, targets, { folder, keys, closers }) : null
  if (options.json) {
    console.log(JSON.stringify({ node: process.version, processors: os.cpus().length, results, explanation }, null, 2))
    return
  }
  console.log([writeTable(results), NOTES, ...(explanation ? [writeExplanation(explanation)] : [])].join('\n\n'))
}

interface Place {
  readonly folder: string
  readonly keys: string
  readonly closers: Closers
}

/** The bare server, the BFF on SQLite with an equal file of its own, and, when asked for, the BFF on PostgreSQL. */
async function startTargets({ postgres }: BenchOptions, { folder, keys, closers }: Place): Promise<Target[]> {
  const start = starter(folder, keys, closers)
  const file = (name: string): string => path.join(folder, `${name}.db`)
  const tokens = await seed(`sqlite:${file('seeded')}`, keys)
  for (const name of ['bare', 'bff']) fs.copyFileSync(file('seeded'), file(name))
  const targets = [
    await target('bare node:http', start('bare-server.ts', `sqlite:${file('bare')}`), tokens),
    await target(BFF, start('bff-server.ts', `sqlite:${file('bff')}`), tokens),
  ]
  if (!postgres) return targets
  const server = await startEmbeddedPostgres({ durable: true })
  closers.push(() => server.stop())
  const pgTokens = await seed(server.url, keys)
  return [...targets, await target('BFF on PostgreSQL', start('bff-server.ts', server.url), pgTokens)]
}

async function explainBff(load: Child, targets: readonly Target[], { folder, keys, closers }: Place): Promise<Explanation> {
  const bff = targets.find(({ name }) => name === BFF)
  if (!bff) throw new Error('The BFF was not started.')
  process.stderr.write('Measuring the layers …\n')
  fs.copyFileSync(path.join(folder, 'seeded.db'), path.join(folder, 'layers.db'))
  const layers = starter(folder, keys, closers)('layers-server.ts', `sqlite:${path.join(folder, 'layers.db')}`)
  return explain(load, bff, layers)
}

/** What the servers log goes to a file, as in use. */
function starter(folder: string, keys: string, closers: Closers): (program: string, url: string) => Child {
  return (program, url) => {
    const log = fs.openSync(path.join(folder, 'log'), 'a')
    const child = startChild(program, { BENCH_DATABASE: url, BENCH_KEYS: keys }, log)
    fs.closeSync(log)
    closers.push(() => child.stop())
    return child
  }
}

async function target(name: string, child: Child, tokens: readonly string[]): Promise<Target> {
  return { name, child, tokens, port: await child.ask<number>('port') }
}

async function seed(url: string, keys: string): Promise<string[]> {
  const database = await openStore(url)
  try {
    return await seedResidents({ database, crypto: openKeys(keys) })
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
