import type { Clock } from '../clock'
import type { DatabaseOptions } from './types'
import type { BackupSum } from './backup/backup-format'
import { readBackup } from './backup/read-backup'
import { openPostgresRows, openSqliteRows } from './backup/row-source'
import { openPostgresTarget, openSqliteTarget } from './backup/row-target'
import { writeBackup } from './backup/write-backup'

export { BackupError } from './backup/backup-format'
export type { BackupSum } from './backup/backup-format'

const SQLITE = 'sqlite:'

/**
 * Writes one moment of the database at `url` to `file`, while others go on using it. The file is for both kinds of database,
 * holds personal fields sealed as they are in the database, and is of no use without the keys. Throws BackupError.
 */
export async function backUpDatabase(url: string, file: string, clock: Clock): Promise<BackupSum> {
  const source = url.startsWith(SQLITE) ? openSqliteRows(url.slice(SQLITE.length)) : await openPostgresRows(url)
  try {
    return await writeBackup(source, file, clock)
  } finally {
    await source.close()
  }
}

/**
 * Fills the new, empty database at `url` from `file`, whole or not at all, with the tables as they were then: open it with all
 * migrations afterwards. Throws BackupError when the database is not empty, or the backup is damaged or newer than this version.
 */
export async function restoreDatabase(url: string, file: string, migrations: DatabaseOptions['migrations']): Promise<BackupSum> {
  const target = url.startsWith(SQLITE)
    ? openSqliteTarget(url.slice(SQLITE.length), migrations)
    : await openPostgresTarget(url, migrations)
  try {
    const sum = await readBackup(file, target)
    await target.commit()
    return sum
  } finally {
    await target.close()
  }
}
