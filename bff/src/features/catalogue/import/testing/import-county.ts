import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { type CountyPack, loadCountyPack } from '../../../../platform/county-pack'
import { COLUMNS, writeTemplate } from '../columns'
import { importItems, type Outcome } from '../import-items'

const shipped = path.join(__dirname, '../../../../../counties')
let counties: string

/** For the top of a test file: packs of its own, a fresh copy of those that are shipped for each test. */
export function prepareCounties(): void {
  beforeEach(() => {
    counties = mkdtempSync(path.join(tmpdir(), 'import-'))
    for (const county of ['430212-lukou', '430224-chaling'])
      cpSync(path.join(shipped, county), path.join(counties, county), { recursive: true })
  })
  afterEach(() => rmSync(counties, { recursive: true }))
}

/** A file or folder of the packs. */
export const inCounties = (...names: string[]): string => path.join(counties, ...names)

export type Rows = string[][]

export const order = (apply: boolean, division = '430212') => ({ counties, division, apply })
export const pack = (division = '430212'): CountyPack => loadCountyPack(counties, division)
export const itemsText = (): string => readFileSync(inCounties('430212-lukou/items.json'), 'utf8')
export const template = (): Rows => parse(writeTemplate(pack()), { bom: true })
export const place = (heading: string): number => COLUMNS.findIndex((one) => one.heading === heading)
const csv = (rows: Rows): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

/** The template with some cells written anew; rows as the spreadsheet numbers them. */
export function withCells(changes: Record<number, Record<string, string>>): Rows {
  return template().map((row, index) => row.map((cell, column) => changes[index + 1]?.[COLUMNS[column]?.heading ?? ''] ?? cell))
}

export function importRows(rows: Rows, apply = false): Promise<Outcome> {
  return importItems(order(apply), { bytes: csv(rows), name: '事项.csv', now: new Date('2026-11-21T18:00:00Z') })
}

/** A row of something that is not done across provinces: cross-province.json names those that are. */
export const plainRow = (rows: Rows): string[] => rows[pack().items.findIndex(({ crossProvince }) => crossProvince === null) + 1]!
