import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { BackupEnd, BackupError, BackupHeader, BackupRow, type BackupSum, TableEnd, TableStart } from './backup-format'

/** Takes in what a backup holds. */
export interface RowTarget {
  /** Before anything else; throws BackupError when this backup cannot be taken in. */
  begin(header: BackupHeader): Promise<void>
  add(table: string, columns: readonly string[], rows: readonly BackupRow[]): Promise<void>
}

/** Rows handed over together. */
const BATCH = 500

/** Reads a backup to its end; throws BackupError for one that is cut off, altered or of another kind. */
export async function readBackup(file: string, target: RowTarget): Promise<BackupSum> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  const lines = linesOf(file)[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const line = await lines.next()
    if (line.done) throw new BackupError('The backup ends too early: it was cut off.')
    return line.value
  }
  await target.begin(expect(BackupHeader, await next()))
  const sum = { tables: 0, rows: 0 }
  for (;;) {
    const line = await next()
    const end = BackupEnd.safeParse(line)
    if (end.success) return checked(sum, end.data)
    const rows = await readTable(expect(TableStart, line), next, target)
    sum.tables += 1
    sum.rows += rows
  }
}

async function readTable({ table, columns }: TableStart, next: () => Promise<unknown>, target: RowTarget): Promise<number> {
  let [count, batch] = [0, [] as BackupRow[]]
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await target.add(table, columns, batch)
    count += batch.length
    batch = []
  }
  for (;;) {
    const line = await next()
    if (!Array.isArray(line)) {
      await flush()
      const end = expect(TableEnd, line)
      if (end.table !== table || end.rows !== count) throw new BackupError(`The backup lacks rows of ${table}.`)
      return count
    }
    const row = expect(BackupRow, line)
    if (row.length !== columns.length) throw new BackupError(`The backup has a row of ${table} that does not fit its columns.`)
    batch.push(row)
    if (batch.length >= BATCH) await flush()
  }
}

async function* linesOf(file: string): AsyncIterable<unknown> {
  const packed = createReadStream(file)
  const text = packed.pipe(createGunzip())
  packed.on('error', (error) => text.destroy(error))
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) yield JSON.parse(line) as unknown
  } catch (error) {
    throw new BackupError('The file is not a backup, or it is damaged.', { cause: error })
  } finally {
    packed.destroy()
  }
}

function expect<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new BackupError('The file is not a backup, or it is damaged.')
  return parsed.data
}

function checked(sum: BackupSum, end: BackupSum): BackupSum {
  if (sum.tables === end.tables && sum.rows === end.rows) return sum
  throw new BackupError('The backup lacks rows.')
}
