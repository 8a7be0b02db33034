import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { findPackFolder, loadCountyPack } from '../../../platform/county-pack'
import { ItemsFile } from '../../../platform/county-pack/items-file'
import { goBack, readItemsText, readPreviousItems, replaceItems } from '../../../platform/county-pack/items-versions'
import { writeJson } from '../../../platform/county-pack/write-json'
import { checkItems } from './check-items'
import { namesOf } from './columns'
import { type Comparison, compareItems, isSame } from './compare-items'
import { type Mistake, readItems } from './read-items'
import { readTable } from './read-table'

export interface ImportOrder {
  /** The folder of all packs. */
  readonly counties: string
  readonly division: string
  /** False: only says what would change. */
  readonly apply: boolean
}

export interface Table {
  readonly bytes: Uint8Array
  /** As it is said in the list's sources. */
  readonly name: string
  readonly now: Date
}

export interface Outcome {
  /** Null when there are mistakes. */
  readonly comparison: Comparison | null
  readonly mistakes: readonly Mistake[]
  readonly unused: readonly string[]
  readonly written: boolean
}

/**
 * A county's items as its table has them: those that are not in it are removed. Nothing is written while there is a mistake, and
 * never less than the whole list. Throws `UnreadableTable`, `CountyPackError`, `ItemsChangedMeanwhile`.
 */
export async function importItems({ counties, division, apply }: ImportOrder, table: Table): Promise<Outcome> {
  const pack = loadCountyPack(counties, division)
  const folder = findPackFolder(counties, division)
  const expected = readItemsText(folder)
  const { items, rows, mistakes, unused } = readItems(await readTable(table.bytes), namesOf(pack), pack.items)
  const all = mistakes.length > 0 ? mistakes : items.length === 0 ? [NOTHING] : checkItems(pack, items, rows)
  if (all.length > 0) return { comparison: null, mistakes: all, unused, written: false }
  const comparison = compareItems(pack.items, items)
  const written = apply && !isSame(comparison)
  if (written) {
    const old = ItemsFile.parse(JSON.parse(expected)).sources
    const sources = [...(hasStaying(comparison) ? withoutImports(old) : []), sourceOf(table)]
    replaceItems(folder, { expected, text: `${writeJson({ sources, items: [...items] })}\n` })
  }
  return { comparison, mistakes: [], unused, written }
}

const NOTHING: Mistake = { row: null, heading: null, says: '表头下面一行事项也没有' }
const IMPORTED = '事项清单：由县里的表格导入'

const sourceOf = ({ name, now }: Table): string => `${IMPORTED}（${name}，${localDateAt(now)}）。`

/** The last import alone is named: the one before is in the list that is kept. */
const withoutImports = (sources: readonly string[]): string[] => sources.filter((source) => !source.startsWith(IMPORTED))

/** What was said of the list before holds for those that stay; of a wholly new list it would be untrue. */
const hasStaying = ({ changed, unchanged }: Comparison): boolean => changed.length + unchanged > 0

/** The list before the last import again; null: there is none. Throws `CountyPackError`, `ItemsChangedMeanwhile`. */
export function goBackToPrevious({ counties, division, apply }: ImportOrder): Outcome | null {
  const pack = loadCountyPack(counties, division)
  const folder = findPackFolder(counties, division)
  const expected = readItemsText(folder)
  const previous = readPreviousItems(folder)
  if (previous === null) return null
  const { items } = ItemsFile.parse(JSON.parse(previous))
  const mistakes = checkItems(pack, items)
  if (mistakes.length > 0) return { comparison: null, mistakes, unused: [], written: false }
  if (apply) goBack(folder, expected)
  return { comparison: compareItems(pack.items, items), mistakes, unused: [], written: apply }
}
