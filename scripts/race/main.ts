import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseKind } from '../../bff/src/platform/database'
import { parseRaceOptions } from './options'
import { race } from './race'
import { writeReport } from './report'

/** SQLite belongs to one process. */
const PROCESSES: Readonly<Record<DatabaseKind, number>> = { sqlite: 1, postgres: 4 }

/** One race for each database. The SQLite file and what the servers printed are kept unless all went well. */
async function main(): Promise<void> {
  const options = parseRaceOptions(process.argv.slice(2))
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'one-visit-race-'))
  process.exitCode = 1
  console.log(`Seed ${options.seed}: ${options.clients} clients, ${options.seconds} seconds for each database.`)
  let violations = 0
  try {
    for (const database of options.databases) {
      const result = await race({ ...options, database, processes: PROCESSES[database], program: 'race-server.ts', folder })
      console.log(writeReport(result))
      violations += result.violations.length
    }
    if (violations === 0) {
      fs.rmSync(folder, { recursive: true })
      process.exitCode = 0
    }
  } finally {
    if (fs.existsSync(folder)) process.stderr.write(`What the servers printed is in ${folder}.\n`)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
})
