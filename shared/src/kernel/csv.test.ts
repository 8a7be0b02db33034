import fc from 'fast-check'
import { toCsv, withoutGuard } from './csv'

/** Reads RFC 4180 back, one character after the other; nothing of the writer is used. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const next = text[at] ?? ''
    if (quoted) {
      if (next !== '"') cell += next
      else if (text[at + 1] === '"') cell += text[(at += 1)] ?? ''
      else quoted = false
    } else if (next === '"') quoted = true
    else if (next === ',') {
      row.push(cell)
      cell = ''
    } else if (next === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at += 1
    } else cell += next
  }
  return rows
}

const bodyOf = (rows: readonly (readonly string[])[]): string => toCsv(rows).slice(1)

test('rows end in CRLF after the mark of UTF-8', () => {
  expect(
    toCsv([
      ['编号', '姓名'],
      ['1121482905', '王*英'],
    ]),
  ).toBe('\uFEFF编号,姓名\r\n1121482905,王*英\r\n')
})

test.each([
  ['a comma', 'a,b', '"a,b"'],
  ['a quotation mark', '他说"好"', '"他说""好"""'],
  ['a line break', 'a\r\nb', '"a\r\nb"'],
])('%s is quoted', (_, cell, written) => {
  expect(bodyOf([[cell]])).toBe(`${written}\r\n`)
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1+1', '＋86', '－1', '＠SUM(A1)', "'=1+1"])(
  '%j is no formula for a spreadsheet',
  (cell) => {
    expect(readCsv(bodyOf([[cell]]))).toEqual([[`'${cell}`]])
  },
)

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '＝', '\t', "'", '王') }),
)
const anyTable = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 5 }), { maxLength: 5 })

test('whatever is written can be read back without its guard, and no cell begins a formula', () => {
  fc.assert(
    fc.property(anyTable, (rows) => {
      const read = readCsv(bodyOf(rows))
      expect(read.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([])
      expect(read.map((row) => row.map(withoutGuard))).toEqual(rows)
    }),
  )
})
