import { And, type FindOptionsOrder, type FindOptionsWhere, getMetadataArgsStorage, Like, MoreThan, Not } from 'typeorm'
import type { Database, Reader } from '../database'
import type { FieldCrypto } from './field-crypto'

/** A column with sealed text, and what it is sealed for. */
export interface SealedColumn {
  /** `<table>.<column>` as in the database. */
  readonly at: string
  /** Rows after the one named, in order, that hold text for which `wanted` is not the head. */
  next(read: Reader, head: string, after: string | number | null): Promise<readonly SealedRow[]>
  /** False when the row has changed since. */
  replace(database: Database, row: SealedRow, text: string): Promise<boolean>
  /** How many rows hold text with this head (`v1.aes.<key id>.`). */
  count(read: Reader, head: string): Promise<number>
}

export interface SealedRow {
  readonly key: string | number
  readonly text: string
  readonly purpose: string
}

const BATCH = 50

/** Declares a column: its table's key, the column, and the purpose, which may depend on the row. */
export function sealedColumn<E extends object>(
  entity: new () => E,
  key: keyof E & string,
  column: keyof E & string,
  purpose: string | ((row: E) => string),
): SealedColumn {
  const where = (conditions: object) => conditions as FindOptionsWhere<E>
  const purposeOf = (row: E): string => (typeof purpose === 'string' ? purpose : purpose(row))
  return {
    at: placeOf(entity, column),
    next: async (read, head, after) => {
      // What is done with may be emptied.
      const other = And(Like('v1.%'), Not(Like(`${head}%`)))
      const rows = await read.find(entity, {
        where: where({ [column]: other, ...(after === null ? {} : { [key]: MoreThan(after) }) }),
        order: { [key]: 'ASC' } as FindOptionsOrder<E>,
        take: BATCH,
      })
      return rows.map((row) => ({ key: row[key] as string | number, text: row[column] as string, purpose: purposeOf(row) }))
    },
    replace: (database, row, text) =>
      database.inTransaction(async (tx) => {
        const { affected } = await tx.update(entity, where({ [key]: row.key, [column]: row.text }), { [column]: text } as never)
        return affected === 1
      }),
    count: (read, head) => read.countBy(entity, where({ [column]: Like(`${head}%`) })),
  }
}

function placeOf(entity: new () => object, property: string): string {
  const { tables, columns } = getMetadataArgsStorage()
  const table = tables.find(({ target }) => target === entity)?.name
  const column = columns.find(({ target, propertyName }) => target === entity && propertyName === property)
  if (!table || !column) throw new Error(`${entity.name} has no column ${property}`)
  return `${table}.${column.options.name ?? property}`
}

/**
 * Seals again, with the current key and suite, all that another sealed; hands back how many. Others go on reading and writing
 * meanwhile: a row that changes under it is left, and what it was changed to is looked at by the next run.
 */
export async function reseal(
  { database, crypto }: { readonly database: Database; readonly crypto: FieldCrypto },
  columns: readonly SealedColumn[],
): Promise<number> {
  let done = 0
  for (const column of columns) {
    let after: string | number | null = null
    for (;;) {
      const rows: readonly SealedRow[] = await column.next(database.read, crypto.head, after)
      for (const row of rows) {
        const text = crypto.seal(crypto.open(row.text, row.purpose), row.purpose)
        if (await column.replace(database, row, text)) done += 1
      }
      after = rows.at(-1)?.key ?? null
      if (rows.length < BATCH) break
    }
  }
  return done
}
