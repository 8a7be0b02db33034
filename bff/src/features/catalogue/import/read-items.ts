import { withoutGuard } from '@one-visit/shared/kernel/csv'
import type { ServiceItem } from '../../../platform/county-pack/items-file'
import { CellMistake, type PackNames } from './cell-forms'
import { type Column, COLUMNS } from './columns'
import { idForName } from './id-for-name'
import type { Cell } from './table'

/** Something that its owner must mend, in plain Chinese. `row`: as the spreadsheet numbers it; null: of the whole table. */
export interface Mistake {
  readonly row: number | null
  readonly heading: string | null
  readonly says: string
}

export interface ReadItems {
  /** What could be read wholly, each with the number of its row. */
  readonly items: readonly ServiceItem[]
  readonly rows: readonly number[]
  readonly mistakes: readonly Mistake[]
  /** Headings that mean nothing to us. */
  readonly unused: readonly string[]
}

/** Titles and remarks may stand above the headings. */
const HEADINGS_WITHIN = 10
const VALUE_OF_BROKEN_FORMULA = /^#[A-Z][A-Z0/_]*[!?]?$/

/**
 * The items of a table: headings in any order, a row for each item. A row without an id keeps the id that the county has for an item
 * of this name, or gets one.
 */
export function readItems(table: readonly (readonly Cell[])[], names: PackNames, present: readonly ServiceItem[]): ReadItems {
  const top = table.slice(0, HEADINGS_WITHIN).findIndex((row) => placesOf(row).size > COLUMNS.length / 2)
  if (top < 0)
    return nothingBut(`前 ${HEADINGS_WITHIN} 行里没有找到表头。表头要有：${COLUMNS.map(({ heading }) => heading).join('、')}`)
  const headings = table[top] ?? []
  const places = placesOf(headings)
  const missing = COLUMNS.filter((one) => !places.has(one)).map(({ heading }) => heading)
  if (missing.length > 0) return nothingBut(`表头缺：${missing.join('、')}。没有内容的列也要留着。`)
  const used = new Set(places.values())
  const read: ReadRow[] = []
  table.forEach((cells, index) => {
    if (index > top && [...used].some((place) => textOf(cells[place]) !== ''))
      read.push(readRow(cells, index + 1, { places, names }))
  })
  giveIds(read, present)
  const whole = read.filter(({ mistakes }) => mistakes.length === 0)
  return {
    items: whole.map(({ fields }) => fields as ServiceItem),
    rows: whole.map(({ row }) => row),
    mistakes: [...twiceHeaded(headings), ...read.flatMap(({ mistakes }) => mistakes), ...sharedIds(read)],
    unused: headings
      .map(textOf)
      .filter((heading, place) => heading !== '' && !used.has(place) && columnOf(heading) === undefined),
  }
}

const nothingBut = (says: string): ReadItems => ({
  items: [],
  rows: [],
  mistakes: [{ row: null, heading: null, says }],
  unused: [],
})

/** Blanks and what stands in brackets do not matter; the names of the fields are understood, too. */
const columnOf = (heading: string): Column | undefined => {
  const bare = heading.replace(/\s|[（(].*/g, '')
  return COLUMNS.find((one) => one.heading === bare || one.key === bare)
}

function placesOf(headings: readonly Cell[]): Map<Column, number> {
  const places = new Map<Column, number>()
  headings.forEach((heading, place) => {
    const found = columnOf(textOf(heading))
    if (found && !places.has(found)) places.set(found, place)
  })
  return places
}

function twiceHeaded(headings: readonly Cell[]): Mistake[] {
  const known = headings.flatMap((heading) => columnOf(textOf(heading)) ?? [])
  return COLUMNS.filter((one) => known.indexOf(one) !== known.lastIndexOf(one)).map(({ heading }) => ({
    row: null,
    heading,
    says: '表头里有两列都叫这个',
  }))
}

const textOf = (cell: Cell | undefined): string => (cell instanceof Date ? '日期' : (cell ?? '').trim())

interface ReadRow {
  readonly row: number
  readonly fields: Partial<Record<keyof ServiceItem, unknown>>
  readonly mistakes: Mistake[]
}

interface Reading {
  readonly places: ReadonlyMap<Column, number>
  readonly names: PackNames
}

function readRow(cells: readonly Cell[], row: number, { places, names }: Reading): ReadRow {
  const fields: ReadRow['fields'] = {}
  const mistakes: Mistake[] = []
  for (const [one, place] of places) {
    try {
      const text = plainText(cells[place] ?? '')
      fields[one.key] = one.key === 'id' && text.trim() === '' ? null : one.read(text, names)
    } catch (error) {
      if (!(error instanceof CellMistake)) throw error
      mistakes.push({ row, heading: one.heading, says: error.message })
    }
  }
  return { row, fields, mistakes: [...mistakes, ...disagreements(fields).map((found) => ({ row, ...found }))] }
}

function plainText(cell: Cell): string {
  if (cell instanceof Date) throw new CellMistake('这一格被当成了日期，请把格式设为“文本”后重新填写')
  if (VALUE_OF_BROKEN_FORMULA.test(cell.trim())) throw new CellMistake(`公式算不出来（${cell.trim()}）`)
  return withoutGuard(cell).replace(/\r\n?/g, '\n')
}

/** Ways and what is said about them go together. */
function disagreements({ ways, online, crossProvince }: ReadRow['fields']): Omit<Mistake, 'row'>[] {
  if (!Array.isArray(ways)) return []
  const goTogether = (heading: string, way: string, called: string, value: unknown): Omit<Mistake, 'row'>[] => {
    if (value === undefined || ways.includes(way) === (value !== null)) return []
    return [{ heading, says: value === null ? `办理方式里有“${called}”，这里不能空着` : `办理方式里没有“${called}”，这里要空着` }]
  }
  return [
    ...goTogether('手机办理', 'online', '网上办', online),
    ...goTogether('跨省方式', 'cross_province', '跨省通办', crossProvince),
  ]
}

function sharedIds(read: readonly ReadRow[]): Mistake[] {
  const first = new Map<unknown, number>()
  return read.flatMap(({ row, fields: { id } }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, row)
    return before === undefined || typeof id !== 'string'
      ? []
      : [{ row, heading: '编号', says: `“${id}”和第 ${before} 行的编号一样` }]
  })
}

function giveIds(read: readonly ReadRow[], present: readonly ServiceItem[]): void {
  const taken = new Set(read.map(({ fields }) => fields.id))
  const known = new Map(present.map(({ id, name }) => [name, id]))
  for (const { fields } of read) {
    if (fields.id !== null || typeof fields.name !== 'string') continue
    const before = known.get(fields.name)
    fields.id = before !== undefined && !taken.has(before) ? before : idForName(fields.name, (id) => taken.has(id))
    taken.add(fields.id)
  }
}
