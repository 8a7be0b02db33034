import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import { type Cell, UnreadableTable } from './table'

const MOST_BYTES = 30 * 1024 * 1024

/** The rows of a CSV or .xlsx file, whatever its name says. Throws `UnreadableTable`. */
export async function readTable(bytes: Uint8Array): Promise<Cell[][]> {
  if (bytes.length > MOST_BYTES) throw new UnreadableTable('文件超过 30 MB，不像是事项清单。')
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '504b0304') return readXlsx(bytes)
  if (start === 'd0cf11e0') throw new UnreadableTable('这是旧的 .xls 表格，或者设了密码。请另存为不带密码的 .xlsx 或 CSV。')
  return readCsv(bytes)
}
