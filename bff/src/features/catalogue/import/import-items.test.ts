import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { type CountyPack, loadCountyPack } from '../../../platform/county-pack'
import { manyItems } from '../testing/many-items'
import { COLUMNS, writeTemplate } from './columns'
import { goBackToPrevious, importItems, type Outcome } from './import-items'
import { describeOutcome } from './outcome-words'
import { sheetXml, workbook } from './testing/workbook'

const shipped = path.join(__dirname, '../../../../counties')
let counties: string

beforeEach(() => {
  counties = mkdtempSync(path.join(tmpdir(), 'import-'))
  for (const county of ['430212-lukou', '430224-chaling'])
    cpSync(path.join(shipped, county), path.join(counties, county), { recursive: true })
})
afterEach(() => rmSync(counties, { recursive: true }))

type Rows = string[][]

const order = (apply: boolean, division = '430212') => ({ counties, division, apply })
const pack = (division = '430212'): CountyPack => loadCountyPack(counties, division)
const itemsText = (): string => readFileSync(path.join(counties, '430212-lukou/items.json'), 'utf8')
const template = (): Rows => parse(writeTemplate(pack()), { bom: true })
const place = (heading: string): number => COLUMNS.findIndex((one) => one.heading === heading)
const csv = (rows: Rows): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

/** The template with some cells written anew; rows as the spreadsheet numbers them. */
function withCells(changes: Record<number, Record<string, string>>): Rows {
  return template().map((row, index) => row.map((cell, column) => changes[index + 1]?.[COLUMNS[column]?.heading ?? ''] ?? cell))
}

function importRows(rows: Rows, apply = false): Promise<Outcome> {
  return importItems(order(apply), { bytes: csv(rows), name: '事项.csv', now: new Date('2026-11-21T18:00:00Z') })
}

test.each(['430212', '430224'])('the template of %s is its list: importing it changes nothing', async (division) => {
  const bytes = new TextEncoder().encode(writeTemplate(pack(division)))
  const { comparison, mistakes } = await importItems(order(true, division), { bytes, name: 'a.csv', now: new Date() })
  expect(mistakes).toEqual([])
  expect(comparison).toEqual({ added: [], removed: [], changed: [], reordered: false, unchanged: pack(division).items.length })
  expect(readdirSync(path.join(counties, division === '430212' ? '430212-lukou' : '430224-chaling'))).not.toContain(
    'items.before-1.json',
  )
})

test('a workbook says the same as a CSV', async () => {
  const bytes = workbook(sheetXml([['渌口区事项清单'], [], ...template()]))
  const { comparison } = await importItems(order(false), { bytes, name: 'a.xlsx', now: new Date() })
  expect(comparison).toMatchObject({ added: [], removed: [], changed: [], unchanged: pack().items.length })
})

/** A row of something that is not done across provinces: cross-province.json names those that are. */
const plainRow = (rows: Rows): string[] => rows[pack().items.findIndex(({ crossProvince }) => crossProvince === null) + 1]!

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
    const at = path.join(counties, '430212-lukou', file)
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

test('every mistake is named with its row and heading, all at once, and nothing is written', async () => {
  const before = itemsText()
  const rows = withCells({
    2: { 编号: 'ID Card', 名称: '' },
    3: { 办理时限: '半个月', 对象: '老人', 专区: '公安专区；体育专区' },
    4: { 大家的叫法: '', 步骤: '到窗口；到窗口', 预约类别: '钓鱼' },
    5: { 基本编码: '4.3E+11', 材料: '：原件；户口簿：复印件', 办理方式: '窗口办', 手机办理: '在手机上办。', 跨省方式: '' },
    6: { 办理方式: '窗口办；跨省通办', 手机办理: '', 跨省方式: '', 收费: '#REF!', 材料: '身份证：原件；身份证：复印件' },
    7: { 编号: template()[7]![place('编号')]! },
  })
  const { mistakes, written, comparison } = await importRows(rows, true)
  expect([written, comparison, itemsText()]).toEqual([false, null, before])
  expect(mistakes.map(({ row, heading }) => `${row} ${heading}`)).toEqual([
    ...['2 编号', '2 名称', '3 对象', '3 办理时限', '3 专区', '4 大家的叫法', '4 步骤', '4 预约类别'],
    ...['5 基本编码', '5 材料', '5 手机办理', '6 材料', '6 收费', '6 跨省方式', '8 编号'],
  ])
  const text = describeOutcome({ mistakes, comparison: null, unused: [], written: false })
  expect(text).toContain('第 3 行「办理时限」：“半个月”不行，要写 0 到 365 的整数，当场办完写 0')
  expect(text).toContain('第 3 行「对象」：“老人”不行，要写：个人、企业')
  expect(text).toContain('第 5 行「手机办理」：办理方式里没有“网上办”，这里要空着')
  expect(text).toContain('第 6 行「收费」：公式算不出来（#REF!）')
  expect(text).toContain('一共 15 处要改，什么都没有写入。')
})

test('a date in a workbook is asked for as text', async () => {
  const rows = template().map((row, index) =>
    row.map((cell, column) => (index === 1 && column === place('收费') ? { xml: '<c s="1"><v>46347</v></c>' } : cell)),
  )
  const { mistakes } = await importItems(order(true), { bytes: workbook(sheetXml(rows)), name: 'a.xlsx', now: new Date() })
  expect(mistakes).toEqual([{ row: 2, heading: '收费', says: '这一格被当成了日期，请把格式设为“文本”后重新填写' }])
})

test('an item that the county does on Saturdays cannot be lost', async () => {
  const group = pack().itemGroups.find(({ extraDayItems }) => extraDayItems.length > 0)
  const lost = group?.extraDayItems[0] ?? ''
  const { mistakes } = await importRows(template().filter((row) => row[place('名称')] !== lost))
  expect(mistakes).toEqual([
    { row: null, heading: null, says: expect.stringContaining(`“${group?.name}”在周六和节假日办“${lost}”`) },
  ])
})

test('an item that is done across provinces cannot be lost, nor change how, nor come new', async () => {
  const [across, plain] = [template().findIndex(([id]) => id === 'remote-care-filing'), plainRow(template())[0]]
  const lost = await importRows(template().filter((_, index) => index !== across))
  expect(lost.mistakes).toEqual([{ row: null, heading: null, says: expect.stringContaining('“异地就医备案”') }])
  const changed = await importRows(withCells({ [across + 1]: { 跨省方式: '代收代办' } }))
  expect(changed.mistakes).toEqual([{ row: null, heading: null, says: expect.stringContaining('申请时问什么') }])
  const row = template().findIndex(([id]) => id === plain) + 1
  const ways = withCells({ [row]: { 跨省方式: '代收代办', 办理方式: '窗口办；跨省通办', 手机办理: '' } })
  expect((await importRows(ways)).mistakes).toMatchObject([{ row, heading: '跨省方式' }])
})

test('what was in force before cannot come back into a pack that no longer fits it', async () => {
  await importRows(changedRows(), true)
  const file = path.join(counties, '430212-lukou/zones.json')
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

describe('headings', () => {
  test('may stand in any order, below a title, with remarks in brackets, and among others', async () => {
    const rows = template().map((row, index) => [index === 0 ? '序号' : String(index), ...[...row].reverse()])
    rows[0] = rows[0]!.map((heading) => (heading === '办理时限' ? '办理时限（工作日）' : heading))
    const { comparison, unused } = await importRows([['渌口区事项清单'], ...rows])
    expect(comparison).toMatchObject({ added: [], removed: [], changed: [], reordered: false })
    expect(unused).toEqual(['序号'])
  })

  test('that are missing, unknown or there twice are named', async () => {
    const without = template().map((row) => row.filter((_, column) => column !== place('收费')))
    expect((await importRows(without)).mistakes).toEqual([
      { row: null, heading: null, says: '表头缺：收费。没有内容的列也要留着。' },
    ])
    expect(
      (
        await importRows([
          ['姓名', '电话'],
          ['某人', '1'],
        ])
      ).mistakes[0]?.says,
    ).toContain('没有找到表头')
    const twice = template().map((row) => [...row, row[place('收费')]!])
    expect((await importRows(twice)).mistakes).toEqual([{ row: null, heading: '收费', says: '表头里有两列都叫这个' }])
    expect((await importRows(template().slice(0, 1))).mistakes[0]?.says).toContain('一行事项也没有')
  })
})

test('rows without an id keep the one that their name has, and new ones get one each', async () => {
  const rows = template().map((row, index) => row.map((cell, column) => (index > 0 && column === place('编号') ? '' : cell)))
  const twins = [1, 2].map(() => plainRow(rows).map((cell, column) => (column === place('名称') ? 'APP 注册12' : cell)))
  const { comparison } = await importRows([...rows, ...twins])
  expect(comparison).toMatchObject({ removed: [], changed: [] })
  expect(comparison?.added.map(({ id }) => id)).toEqual(['app-zhu-ce-12', 'app-zhu-ce-12-2'])
})

test('what clerks write is understood: words for nothing, names or ids, lists by lines, empty rows', async () => {
  const cells = {
    收费: '免费',
    办理时限: '3 个工作日',
    预约类别: 'household',
    材料: '身份证:原件；复印件也行\n户口簿【免带】\n',
    多久有人问: '2',
  }
  const rows = withCells({ 2: cells })
  await importRows([...rows.slice(0, 2), rows[0]!.map(() => ' '), ...rows.slice(2)], true)
  expect(pack().items[0]).toMatchObject({ fee: null, promisedWorkingDays: 3, itemGroup: 'household', often: 2 })
  expect(pack().items[0]?.documents).toEqual([
    { name: '身份证', note: '原件；复印件也行', fetched: false },
    { name: '户口簿', note: null, fetched: true },
  ])
})

test.each([
  ['15', 15],
  ['15个工作日', 15],
  ['当场办结', 0],
])('a promised time of %s is understood', async (办理时限, days) => {
  await importRows(withCells({ 2: { 办理时限 } }), true)
  expect(pack().items[0]?.promisedWorkingDays).toBe(days)
})

test.each(['当场受理，20 个工作日办完', '15 天', '1-3', '-1', '366', ''])(
  'a promised time of “%s” is not guessed at',
  async (办理时限) => {
    expect((await importRows(withCells({ 2: { 办理时限 } }))).mistakes).toMatchObject([{ row: 2, heading: '办理时限' }])
  },
)

test('ten thousand items are imported, by CSV and by workbook', async () => {
  const rows = parse(writeTemplate({ ...pack(), items: [...pack().items, ...manyItems(10_000)] }), { bom: true })
  expect((await importRows(rows, true)).comparison).toMatchObject({ removed: [], changed: [], added: { length: 10_000 } })
  const again = await importItems(order(false), { bytes: workbook(sheetXml(rows)), name: 'a.xlsx', now: new Date() })
  expect(again.comparison).toMatchObject({ unchanged: pack().items.length, added: [] })
}, 240_000)
