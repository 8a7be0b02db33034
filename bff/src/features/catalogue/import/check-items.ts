import type { CountyPack } from '../../../platform/county-pack'
import { findContradictions } from '../../../platform/county-pack/contradictions'
import { ItemsFile, type ServiceItem } from '../../../platform/county-pack/items-file'
import { COLUMNS } from './columns'
import type { Mistake } from './read-items'

/** The pack's own checks, over the pack as it would be with these items; `rows`: where each of them stands in the table. */
export function checkItems(pack: CountyPack, items: readonly ServiceItem[], rows: readonly number[] = []): Mistake[] {
  const parsed = ItemsFile.shape.items.safeParse(items)
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => mistakeAt(path, message, rows))
  const next = { ...pack, items: parsed.data }
  return findContradictions(next, pack.county.division).map(({ file, at, message }) => {
    const path = at.split('.')
    if (file === 'items') return mistakeAt(path.slice(1), message, rows)
    return { row: null, heading: null, says: wordsFor(pack, file, path) ?? `${file} ${at}: ${message}` }
  })
}

/** What of the pack does not fit the new list, for whoever wrote the table; null where only the files can say it. */
function wordsFor(pack: CountyPack, file: keyof CountyPack, path: readonly string[]): string | null {
  if (file === 'itemGroups') return wordsForGroup(pack, path)
  return file === 'crossProvince' && path[0] === 'items' ? wordsForAcross(pack, path) : null
}

function mistakeAt([index, key]: readonly PropertyKey[], says: string, rows: readonly number[]): Mistake {
  const heading = COLUMNS.find((one) => one.key === key)?.heading ?? null
  return { row: rows[Number(index)] ?? null, heading, says }
}

/** What the county does on Saturdays and holidays is named in the booking groups. */
function wordsForGroup({ itemGroups }: CountyPack, [, group, , entry]: readonly string[]): string {
  const { name = '', extraDayItems = [] } = itemGroups[Number(group)] ?? {}
  const item = extraDayItems[Number(entry)] ?? ''
  return `预约类别“${name}”在周六和节假日办“${item}”，但新清单里没有叫这个名称、属于这个类别的事项`
}

/** What is done across provinces has its steps, and what an application asks, in a file of its own. */
function wordsForAcross({ items, crossProvince }: CountyPack, [, entry, field]: readonly string[]): string {
  const id = crossProvince.items[Number(entry)]?.item ?? ''
  const name = items.find((item) => item.id === id)?.name ?? id
  if (field === 'form') return `“${name}”（${id}）是不是全程网办，和 cross-province.json 里申请时问什么对不上`
  return `cross-province.json 里有跨省通办的“${name}”（${id}），但新清单里没有这个编号的跨省通办事项`
}
