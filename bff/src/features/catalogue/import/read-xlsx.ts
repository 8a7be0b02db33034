import { unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { type Cell, UnreadableTable } from './table'

/** Ten thousand items take about 10 MB. */
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024
/** A cell or row far outside of what anybody fills in, from which a reader would make as many empty ones. */
const FAR_AWAY = /\br="(?:[A-Z]{3,}\d+|[A-Z]*\d{8,})"/

/**
 * The rows of the first sheet. Of a formula the value that the spreadsheet program kept, or the sign of an error; a cell that it takes
 * for a date comes as a `Date`. Throws `UnreadableTable`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Cell[][]> {
  const archive = packWithinLimits(unpackWithinLimits(bytes))
  try {
    // Line breaks at the end of a cell count.
    const rows = await readSheet(archive, { trim: false })
    return rows.map((row) => row.map(cellOf))
  } catch (error) {
    throw new UnreadableTable(NO_WORKBOOK, { cause: error })
  }
}

const NO_WORKBOOK = '文件不完整，或者不是 .xlsx 表格。请重新另存一次。'

function cellOf(value: unknown): Cell {
  if (value instanceof Date || typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : typeof value === 'boolean' ? String(value).toUpperCase() : ''
}

/** The parts of the archive, each unpacked into the space that its directory states, and not beyond it. */
function unpackWithinLimits(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }): boolean => {
    if (!/\.xml(?:\.rels)?$/.test(name)) return false
    unpacked += Math.max(size, originalSize)
    if (unpacked > MOST_UNPACKED_BYTES) throw new UnreadableTable('表格解压以后太大，不像是事项清单。')
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof UnreadableTable) throw error
    throw new UnreadableTable(NO_WORKBOOK, { cause: error })
  }
}

/** The same archive, with no compression left in it, so that reading it cannot take more memory than is allowed here. */
function packWithinLimits(parts: Readonly<Record<string, Uint8Array>>): ArrayBuffer {
  const readable = Object.entries(parts).map(([name, part]): [string, Uint8Array] => {
    if (!name.includes('worksheets/')) return [name, part]
    const sheet = Buffer.from(part).toString('utf8')
    if (FAR_AWAY.test(sheet)) throw new UnreadableTable('表格里离数据很远的地方有单元格。请把事项复制到一张新的表里再导入。')
    return [name, Buffer.from(withSignsOfErrors(sheet))]
  })
  return new Uint8Array(zipSync(Object.fromEntries(readable), { level: 0 })).buffer
}

/** The reader takes a formula that came to an error, or to nothing yet, for an empty cell; that would say that there is no fee. */
function withSignsOfErrors(sheet: string): string {
  return sheet
    .replace(/(<c\b[^>]*\bt=)"e"/g, '$1"str"')
    .replace(/<c\b([^>]*)>(?:<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>)(?:<v *\/>)?<\/c>/g, (_, about: string) => {
      return `<c${about.replace(/ t="[^"]*"/, '')} t="str"><v>#VALUE!</v></c>`
    })
}
