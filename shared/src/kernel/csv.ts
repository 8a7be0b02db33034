/**
 * What a spreadsheet would run as a formula when the file is opened (OWASP, "CSV injection"), the wide signs of a Chinese keyboard
 * among them; and text that looks guarded already, so that taking one guard away always gives the text back.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/
const NEEDS_QUOTES = /[",\r\n]/
/** Without it Excel reads UTF-8 as the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF'

function csvCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** A cell as it was before `toCsv` guarded it. */
export const withoutGuard = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)

/** A CSV file (RFC 4180) for a spreadsheet: UTF-8 with its mark, CRLF after each row; no cell is run as a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}
