import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Clock } from '../../clock'
import { BackupError, type BackupHeader, type BackupSum } from './backup-format'
import type { RowSource } from './row-source'

/** Writes all rows of one moment to a file that only its owner can read, whole or not at all. Throws BackupError when it is there already. */
export async function writeBackup(source: RowSource, file: string, clock: Clock): Promise<BackupSum> {
  const sum = { tables: 0, rows: 0 }
  if (existsSync(file)) throw new BackupError(`There is a file ${file} already.`)
  const draft = `${file}.part`
  await rm(draft, { force: true })
  try {
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(blocks(linesOf(source, clock, sum))), createGzip(), target)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return sum
}

async function* linesOf(source: RowSource, clock: Clock, sum: { tables: number; rows: number }): AsyncIterable<object> {
  const migrations = await source.migrations()
  if (migrations.length === 0) throw new BackupError('The database is empty.')
  yield { format: 'one-visit-backup', version: 1, madeAt: clock.now().toISOString(), migrations } satisfies BackupHeader
  for (const { table, columns } of await source.tables()) {
    yield { table, columns }
    let rows = 0
    for await (const row of source.rows(table, columns)) {
      rows += 1
      yield row
    }
    yield { table, rows }
    sum.tables += 1
    sum.rows += rows
  }
  yield { end: true, ...sum }
}

/** Lines put together, because a stream is slow with many small pieces. */
async function* blocks(lines: AsyncIterable<object>): AsyncIterable<string> {
  let block = ''
  for await (const line of lines) {
    block += `${JSON.stringify(line)}\n`
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  yield block
}

const BLOCK = 64 * 1024
