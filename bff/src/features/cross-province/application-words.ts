import { listOf, type Reader } from '../../platform/database'

interface Row {
  readonly id: string
  readonly item_name: string
  readonly region_name: string
}

/** What applications are about, by their ids, for the lists of other features: 异地就医备案，吉安市. */
export async function applicationWords(
  read: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly what: string; readonly ahead: null }>> {
  const rows = await read.sql<Row[]>`
    SELECT id, item_name, region_name FROM cross_province_applications WHERE id IN ${listOf(ids)}`
  return new Map(rows.map(({ id, item_name, region_name }) => [id, { what: `${item_name}，${region_name}`, ahead: null }]))
}
