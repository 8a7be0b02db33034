import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { manyItems } from '../testing/many-items'
import { writeTemplate } from './columns'
import { goBackToPrevious, importItems } from './import-items'
import { describeOutcome } from './outcome-words'
import {
  importRows,
  inCounties,
  itemsText,
  order,
  pack,
  place,
  plainRow,
  prepareCounties,
  type Rows,
  template,
  withCells,
} from './testing/import-county'
import { sheetXml, workbook } from './testing/workbook'

prepareCounties()

test.each(['430212', '430224'])('the template of %s is its list: importing it changes nothing', async (division) => {
  const bytes = new TextEncoder().encode(writeTemplate(pack(division)))
  const { comparison, mistakes } = await importItems(order(true, division), { bytes, name: 'a.csv', now: new Date() })
  expect(mistakes).toEqual([])
  expect(comparison).toEqual({ added: [], removed: [], changed: [], reordered: false, unchanged: pack(division).items.length })
  expect(readdirSync(inCounties(division === '430212' ? '430212-lukou' : '430224-chaling'))).not.toContain('items.before-1.json')
})

test('no text is a formula in the template, and each is the same text when the template comes back', async () => {
  const texts = ['=HYPERLINK("http://x")', '+86', '-1 号窗口', '@SUM(A1)', '＝1+1', '＠甲']
  await importRows(withCells(Object.fromEntries(texts.map((text, index) => [index + 2, { 一句话说明: text }]))), true)
  expect(
    pack()
      .items.slice(0, texts.length)
      .map(({ summary }) => summary),
  ).toEqual(texts)
  const cells = template()
  expect(cells.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([])
  expect(cells.slice(1, texts.length + 1).map((row) => row[place('一句话说明')])).toEqual(texts.map((text) => `'${text}`))
  const before = itemsText()
  expect((await importRows(cells, true)).comparison).toMatchObject({ changed: [], unchanged: pack().items.length })
  expect(itemsText()).toBe(before)
})

test('a workbook says the same as a CSV', async () => {
  const bytes = workbook(sheetXml([['渌口区事项清单'], [], ...template()]))
  const { comparison } = await importItems(order(false), { bytes, name: 'a.xlsx', now: new Date() })
  expect(comparison).toMatchObject({ added: [], removed: [], changed: [], unchanged: pack().items.length })
})

/** One item new, one without its row, one with another fee and name; and two that change places. */
function changedRows(): Rows {
  const rows = withCells({ 3: { 收费: '5 元', 一句话说明: '改过的说明。' } })
  const added = [...plainRow(rows)]
  added[place('编号')] = ''
  added[place('名称')] = '新办的事'
  return [...rows.slice(0, -1), added]
}

test('a preview says what would be added, changed and removed, and writes nothing', async () => {
  const [before, last] = [itemsText(), pack().items.at(-1)]
  const outcome = await importRows(changedRows())
  expect(outcome.comparison?.added.map(({ id, name }) => [id, name])).toEqual([['xin-ban-de-shi', '新办的事']])
  expect(outcome.comparison?.changed.map(({ headings }) => headings)).toEqual([['一句话说明', '收费']])
  expect(outcome.comparison?.removed.map(({ id }) => id)).toEqual([last?.id])
  expect(outcome.written).toBe(false)
  expect(describeOutcome(outcome)).toContain(`新增 1 项，修改 1 项，删除 1 项，不变 ${pack().items.length - 2} 项。\n这是预览`)
  expect(itemsText()).toBe(before)
})

test('an import is written whole, names where it came from, and can be gone back from', async () => {
  const before = itemsText()
  expect((await importRows(changedRows(), true)).written).toBe(true)
  const { items } = pack()
  expect(items.at(-1)).toMatchObject({ id: 'xin-ban-de-shi', name: '新办的事' })
  expect(items[1]).toMatchObject({ fee: '5 元', summary: '改过的说明。' })
  expect(JSON.parse(itemsText()).sources).toContain('事项清单：由县里的表格导入（事项.csv，2026-11-22）。')

  const preview = goBackToPrevious(order(false))
  expect([preview?.comparison?.added.length, preview?.comparison?.removed.length, preview?.written]).toEqual([1, 1, false])
  expect(itemsText()).not.toBe(before)
  expect(goBackToPrevious(order(true))?.written).toBe(true)
  expect(itemsText()).toBe(before)
  expect(goBackToPrevious(order(true))).toBeNull()
})

/** The pack of a county that has no agreement with another: cross-province.json names no item that a new list must keep. */
function withoutAgreements(): void {
  const change = (file: string, to: (content: never) => object): void => {
    const at = inCounties('430212-lukou', file)
    writeFileSync(at, JSON.stringify(to(JSON.parse(readFileSync(at, 'utf8')) as never)))
  }
  change('cross-province.json', (content: object) => ({ ...content, regions: [], items: [] }))
  change('items.json', ({ items, ...content }: { items: { ways: string[] }[] }) => ({
    ...content,
    items: items.map((item) => ({ ...item, crossProvince: null, ways: item.ways.filter((way) => way !== 'cross_province') })),
  }))
}

test('where the list comes from: what was said of those that stay, and the last table; of a wholly new list its table alone', async () => {
  withoutAgreements()
  const sources = () => (JSON.parse(itemsText()) as { sources: string[] }).sources
  const before = sources()
  const table = '事项清单：由县里的表格导入（事项.csv，2026-11-22）。'
  await importRows(changedRows(), true)
  await importRows(withCells({ 4: { 收费: '6 元' } }), true)
  expect(sources()).toEqual([...before, table])
  const [head, ...rows] = template()
  const renewed = rows.map((row, index) => row.map((cell, at) => (at === place('编号') ? `own-${String(index)}` : cell)))
  expect((await importRows([head!, ...renewed], true)).mistakes).toEqual([])
  expect(sources()).toEqual([table])
})

test('rows in another order are a change of their own', async () => {
  const [head, first, second, ...rest] = template()
  const { comparison } = await importRows([head!, second!, first!, ...rest])
  expect(comparison).toMatchObject({ added: [], removed: [], changed: [], reordered: true })
})

test('what was in force before cannot come back into a pack that no longer fits it', async () => {
  await importRows(changedRows(), true)
  const file = inCounties('430212-lukou/zones.json')
  const zones = JSON.parse(readFileSync(file, 'utf8'))
  const [renamed, ...others] = zones.zones
  await importRows(
    withCells(Object.fromEntries(template().map((_, index) => [index + 1, { 专区: '' }]))).map((row, index) =>
      index === 0 ? template()[0]! : row,
    ),
    true,
  )
  writeFileSync(file, JSON.stringify({ ...zones, zones: [{ ...renamed, id: 'renamed' }, ...others] }))
  const outcome = goBackToPrevious(order(true))
  expect(outcome).toMatchObject({ written: false, comparison: null })
  expect(outcome?.mistakes[0]).toMatchObject({ heading: '专区', says: expect.stringContaining('no zone') })
})

test('ten thousand items are imported, by CSV and by workbook', async () => {
  const rows = parse(writeTemplate({ ...pack(), items: [...pack().items, ...manyItems(10_000)] }), { bom: true })
  expect((await importRows(rows, true)).comparison).toMatchObject({ removed: [], changed: [], added: { length: 10_000 } })
  const again = await importItems(order(false), { bytes: workbook(sheetXml(rows)), name: 'a.xlsx', now: new Date() })
  expect(again.comparison).toMatchObject({ unchanged: pack().items.length, added: [] })
}, 240_000)
