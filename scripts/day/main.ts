import fs from 'node:fs'
import os from 'node:os'
import { liveDay } from './day'
import { parseDayOptions } from './options'
import { reportDay, writeReport } from './report'
import { MOMENTS, realTime } from './schedule'
import { openPlace } from './stack'

/** One day. What the servers printed is kept unless all went well. */
async function main(): Promise<void> {
  const options = parseDayOptions(process.argv.slice(2))
  process.exitCode = 1
  const place = await openPlace()
  try {
    const loadBefore = os.loadavg()
    const result = await liveDay(options, place, (what) => process.stderr.write(`${what}\n`))
    const report = reportDay(result, realTime(MOMENTS.rush, options))
    const machine = { cores: os.cpus().length, loadBefore, loadAfter: os.loadavg() }
    const { checked, comings, crowd, warnings } = result
    if (options.json) console.log(JSON.stringify({ options, comings, crowd, machine, ...report, checked, warnings }, null, 2))
    else
      console.log(
        `${writeReport(result, report)}\n\nLoad of ${machine.cores} cores: ${loads(loadBefore)} before, ${loads(machine.loadAfter)} after`,
      )
    if (report.verdict.ok) process.exitCode = 0
  } finally {
    await place.close()
    if (process.exitCode === 0) fs.rmSync(place.folder, { recursive: true })
    else process.stderr.write(`What the servers printed is in ${place.folder}.\n`)
  }
}

const loads = (averages: readonly number[]): string => averages.map((load) => load.toFixed(1)).join(' ')

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
})
