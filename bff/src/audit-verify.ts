import { entities } from './entities'
import { migrations } from './migrations'
import { type AuditVerdict, verifyAudit } from './platform/audit-verify'
import { systemClock } from './platform/clock'
import { ConfigError, loadStoreConfig } from './platform/config'
import { openDatabase } from './platform/database'

/** `npm run audit:verify`: exit code 0 when the chain holds, 1 when it does not, 2 when it could not be looked at. */
async function main(): Promise<number> {
  const { databaseUrl: url } = loadStoreConfig(process.env)
  const database = await openDatabase({ url, entities, migrations, readonly: true })
  try {
    const verdict = await verifyAudit(database.read, systemClock)
    process.stdout.write(`${describe(verdict)}\n`)
    return verdict.ok ? 0 : 1
  } finally {
    await database.close()
  }
}

function describe(verdict: AuditVerdict): string {
  if (verdict.ok) return `OK: ${verdict.head.seq} records, head ${verdict.head.hash}`
  return `BROKEN: ${verdict.fault}, seal ${verdict.seq ?? 'none'}, record ${verdict.recordId}`
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const reason =
      error instanceof ConfigError ? error.message : error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
    process.stderr.write(`The audit could not be verified. ${reason}\n`)
    process.exitCode = 2
  },
)
