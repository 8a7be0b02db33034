import { importItems } from './import-items'
import { describeOutcome } from './outcome-words'
import {
  importRows,
  itemsText,
  order,
  pack,
  place,
  plainRow,
  prepareCounties,
  template,
  withCells,
} from './testing/import-county'
import { sheetXml, workbook } from './testing/workbook'

prepareCounties()

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
