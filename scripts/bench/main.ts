import os from 'node:os'
import { type Child, startChild } from './child'
import { measureColdStart, writeColdStart } from './cold-start'
import { explain, type Explanation, writeExplanation } from './explain'
import { measureGrowth, writeGrowth } from './growth/growth'
import { measureHotSlot, writeHotSlot } from './hot-slot'
import { measure, warmUp } from './measure'
import { measureMemory, writeMemory } from './memory/memory'
import { type BenchOptions, parseBenchOptions } from './options'
import { inPlace, type Place } from './place'
import { measureReadsUnderBookings, writeReadsUnderBookings } from './reads-under-bookings'
import { NOTES, type Result, writeTable } from './report'
import { measureRush, writeRush } from './rush'
import { requireSameAnswers } from './same-answers'
import { measureSearch, writeSearch } from './search'
import { BFF, type BenchTarget, startTargets, targetsOf } from './targets'

const CONNECTIONS = [1, 16, 64]

const say = (text: string): void => void process.stderr.write(`${text}\n`)

async function run(options: BenchOptions, place: Place): Promise<void> {
  const load = startChild('load-process.ts')
  place.onEnd(() => load.stop())
  say('Preparing databases and servers …')
  const targets = await startTargets(place, options)
  await requireSameAnswers(targets)
  const results: Result[] = []
  for (const workload of options.workloads) {
    const measured = targetsOf(workload, targets)
    await warmUp(load, measured, workload)
    for (const connections of CONNECTIONS) {
      say(`Measuring ${workload} at ${connections} connections …`)
      results.push({ workload, connections, measured: await measure(load, measured, { ...options, workload, connections }) })
    }
  }
  const reads = options.workloads.includes('book') ? await measureReadsUnderBookings(load, bffOf(targets), place) : null
  const explanation = options.explain ? await explainBff(load, bffOf(targets), place) : null
  show(options, { results, reads, explanation }, () => {
    const more = [
      ...(reads ? [writeReadsUnderBookings(reads)] : []),
      NOTES,
      ...(explanation ? [writeExplanation(explanation)] : []),
    ]
    return [writeTable(results), ...more].join('\n\n')
  })
}

function bffOf(targets: readonly BenchTarget[]): BenchTarget {
  const bff = targets.find(({ name }) => name === BFF)
  if (!bff) throw new Error('The BFF was not started.')
  return bff
}

function show<T extends object>({ json }: BenchOptions, measured: T, write: (measured: T) => string): void {
  const machine = { node: process.version, processors: os.cpus().length }
  console.log(json ? JSON.stringify({ ...machine, ...measured }, null, 2) : write(measured))
}

function explainBff(load: Child, bff: BenchTarget, place: Place): Promise<Explanation> {
  say('Measuring the layers …')
  place.copy('seeded', 'layers')
  return explain(load, bff, place.start('layers-server.ts', place.file('layers')))
}

/** Each database by itself, as soon as it is measured. */
async function runGrowth(options: BenchOptions, place: Place): Promise<void> {
  for (const database of options.databases) show(options, await measureGrowth(place, database, say), writeGrowth)
}

/** Fails when what it holds grows steadily. */
async function runMemory(options: BenchOptions, place: Place): Promise<void> {
  const report = await measureMemory(place, options.requests, say)
  show(options, report, writeMemory)
  if (report.growsSteadily) process.exitCode = 1
}

async function main(): Promise<void> {
  const options = parseBenchOptions(process.argv.slice(2))
  await inPlace(async (place) => {
    if (options.rush) show(options, await measureRush(place), writeRush)
    else if (options.search) show(options, await measureSearch(place), writeSearch)
    else if (options.growth) await runGrowth(options, place)
    else if (options.memory) await runMemory(options, place)
    else if (options.coldStart)
      show(options, { coldStart: await measureColdStart(place, say) }, ({ coldStart }) => writeColdStart(coldStart))
    else if (options.hotSlot) show(options, await measureHotSlot(place), writeHotSlot)
    else await run(options, place)
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
