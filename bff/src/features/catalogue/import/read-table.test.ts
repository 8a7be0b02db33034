import { readTable } from './read-table'
import { UnreadableTable } from './table'
import { sheetXml, workbook } from './testing/workbook'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
/** 身份证,换 in GB18030, as Excel in China writes a CSV. */
const GB18030 = Uint8Array.from([0xc9, 0xed, 0xb7, 0xdd, 0xd6, 0xa4, 0x2c, 0xbb, 0xbb])

test.each([
  ['UTF-8', text('身份证,换\n'), [['身份证', '换']]],
  ['UTF-8 with a mark', text('\uFEFF身份证,换\r\n'), [['身份证', '换']]],
  ['GB18030', GB18030, [['身份证', '换']]],
  ['quotes, commas and line breaks in a cell', text('"a,""b""","c\r\nd"\r\n\r\ne\r\n'), [['a,"b"', 'c\r\nd'], [''], ['e']]],
  ['rows of old Macs', text('a,b\rc\r'), [['a', 'b'], ['c']]],
  ['rows that are shorter or longer than the first', text('a,b\nc\nd,e,f\n'), [['a', 'b'], ['c'], ['d', 'e', 'f']]],
])('a CSV in %s', async (_, bytes, rows) => {
  expect(await readTable(bytes)).toEqual(rows)
})

test('a CSV that is none says what to do about it', async () => {
  await expect(readTable(text('a,"b\nc'))).rejects.toThrow(/第 \d+ 行附近的引号不成对/)
  await expect(readTable(text('a,b"c"\n'))).rejects.toThrow('引号不成对')
  await expect(readTable(Uint8Array.from([0xc9, 0xff, 0xff, 0x80]))).rejects.toThrow('编码认不出来')
})

test('a workbook: text with line breaks, numbers, yes and no, empty cells and rows, what a formula came to', async () => {
  const sheet = sheetXml([
    ['名称', '时限'],
    [],
    ['身份证\n第二行 ', { xml: '<c><v>15</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }],
    ['', { xml: '<c><f>1+1</f><v>2</v></c>' }, { xml: '<c t="str"><f>A1</f><v>名称</v></c>' }],
    [{ xml: '<c><v>430111111111</v></c>' }, { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
  ])
  expect(await readTable(workbook(sheet))).toEqual([
    ['名称', '时限', ''],
    ['', '', ''],
    ['身份证\n第二行 ', '15', 'TRUE'],
    ['', '2', '名称'],
    ['430111111111', '#DIV/0!', ''],
  ])
})

test('what a spreadsheet program took for a date is told from a number', async () => {
  const [[date, number] = []] = await readTable(
    workbook(sheetXml([[{ xml: '<c s="1"><v>46347</v></c>' }, { xml: '<c><v>46347</v></c>' }]])),
  )
  expect(date).toEqual(new Date('2026-11-21T00:00:00Z'))
  expect(number).toBe('46347')
})

test('a formula that came to nothing is not an empty cell', async () => {
  const sheet = sheetXml([
    [{ xml: '<c t="str"><f>A1</f></c>' }, { xml: '<c><f>1+1</f><v/></c>' }, { xml: '<c s="1"><f t="shared" si="0"/></c>' }],
    [{ xml: '<c t="e"><v>#N/A</v></c>' }, 'a'],
  ])
  expect(await readTable(workbook(sheet))).toEqual([
    ['#VALUE!', '#VALUE!', '#VALUE!'],
    ['#N/A', 'a', ''],
  ])
})

describe('files that would take all memory', () => {
  test('a workbook that unpacks to more than is allowed is not unpacked', async () => {
    const zeros = new Uint8Array(101 * 1024 * 1024)
    await expect(readTable(workbook(sheetXml([['a']]), { 'xl/sharedStrings.xml': zeros }))).rejects.toThrow('解压以后太大')
  }, 60_000)

  test('a workbook that says it is small is not unpacked beyond what it says', async () => {
    const bytes = Buffer.from(workbook(sheetXml([['a']]), { 'xl/sharedStrings.xml': new Uint8Array(5 * 1024 * 1024) }))
    const name = Buffer.from('xl/sharedStrings.xml')
    // The size stands 22 bytes before the name in the directory at the end.
    bytes.writeUInt32LE(1000, bytes.lastIndexOf(name) - 22)
    const before = process.memoryUsage().arrayBuffers
    await readTable(bytes).catch((error: unknown) => {
      expect(error).toBeInstanceOf(UnreadableTable)
    })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * 1024 * 1024)
  })

  test.each(['<row r="999999999"><c r="A999999999"><v>1</v></c></row>', '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'])(
    'cells far away are not filled up to: %s',
    async (row) => {
      const sheet = sheetXml([]).replace('<sheetData>', `<sheetData>${row}`)
      await expect(readTable(workbook(sheet))).rejects.toThrow('离数据很远')
    },
  )

  test('entities that grow are not followed', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const sheet = sheetXml([[{ xml: '<c t="inlineStr"><is><t>&b;</t></is></c>' }]]).replace('<worksheet', `${doctype}<worksheet`)
    const read = await readTable(workbook(sheet)).catch((error: unknown) => String(error))
    expect(JSON.stringify(read)).not.toContain('aaaaaaaaaa')
  })
})

test('an old .xls, a workbook that is cut off and a file that is too big are refused in words', async () => {
  const whole = workbook(sheetXml([['a']]))
  await expect(readTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toThrow('旧的 .xls')
  await expect(readTable(whole.subarray(0, whole.length / 2))).rejects.toThrow('不完整')
  await expect(readTable(workbook('<worksheet>'))).rejects.toThrow(UnreadableTable)
  await expect(readTable(new Uint8Array(31 * 1024 * 1024))).rejects.toThrow('30 MB')
})
