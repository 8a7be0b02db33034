import { parseArgs } from 'node:util'
import { systemClock } from './platform/clock'
import { ConfigError, loadStoreConfig } from './platform/config'
import { BackupError, backUpDatabase } from './platform/database'

const USAGE = 'npm run backup -- <file>     the database that DATABASE_URL names, as it is now; it may be in use'

/** `npm run backup`: exit code 0 when the file is whole and on the disk. */
async function main(): Promise<void> {
  const [file, ...more] = parseArgs({ allowPositionals: true }).positionals
  if (file === undefined || more.length > 0) throw new BackupError(USAGE)
  const { tables, rows } = await backUpDatabase(loadStoreConfig(process.env).databaseUrl, file, systemClock)
  process.stdout.write(
    `${file}: ${rows} rows of ${tables} tables. It opens with the keys of this installation: back them up apart from it.\n`,
  )
}

main().catch((error: unknown) => {
  const known = error instanceof BackupError || error instanceof ConfigError
  process.stderr.write(`No backup was made. ${known ? error.message : String(error)}\n`)
  process.exitCode = 1
})
