import { parseArgs } from 'node:util'
import { entities } from './entities'
import { migrations } from './migrations'
import { auditSealJob } from './platform/audit-seal-job'
import { verifyAudit } from './platform/audit-verify'
import { systemClock } from './platform/clock'
import { ConfigError, loadStoreConfig } from './platform/config'
import { BackupError, openDatabase, restoreDatabase } from './platform/database'

const USAGE = 'npm run restore -- <file>     into the new, empty database that DATABASE_URL names'

/** `npm run restore`: exit code 0 when all rows are there and the audit's chain holds. */
async function main(): Promise<void> {
  const [file, ...more] = parseArgs({ allowPositionals: true }).positionals
  if (file === undefined || more.length > 0) throw new BackupError(USAGE)
  const { databaseUrl: url } = loadStoreConfig(process.env)
  const { tables, rows } = await restoreDatabase(url, file, migrations)
  process.stdout.write(`${rows} rows of ${tables} tables are back.\n`)
  const database = await openDatabase({ url, entities, migrations })
  // The last second before the backup may not be sealed yet.
  const verdict = await auditSealJob({ database, clock: systemClock })
    .run(new AbortController().signal)
    .then(() => verifyAudit(database.read, systemClock))
    .finally(() => database.close())
  if (!verdict.ok) throw new BackupError('All rows are back, but the audit does not hold: run npm run audit:verify.')
  process.stdout.write(`The audit holds: ${verdict.head.seq} records, head ${verdict.head.hash}\n`)
}

main().catch((error: unknown) => {
  const known = error instanceof BackupError || error instanceof ConfigError
  process.stderr.write(`Not restored. ${known ? error.message : String(error)}\n`)
  process.exitCode = 1
})
