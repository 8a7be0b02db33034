import { CsvError, parse } from 'csv-parse/sync'
import { UnreadableTable } from './table'

/**
 * The rows of a CSV file with commas, in UTF-8 or, as Excel in China writes it, in GB18030. Cells may be quoted and have line breaks.
 * Rows without anything stay, so that row numbers are those that the spreadsheet shows. Throws `UnreadableTable`.
 */
export function readCsv(bytes: Uint8Array): string[][] {
  try {
    return parse(decode(bytes), { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableTable(`文件第 ${Number(error['lines'])} 行附近的引号不成对。请用 Excel 或 WPS 打开，重新另存为 CSV。`)
  }
}

/** Text that is no UTF-8 is taken for GB18030, of which GBK is a part; a mark of UTF-8 at the beginning is left out. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeGb18030(bytes)
  }
}

function decodeGb18030(bytes: Uint8Array): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableTable('文件的编码认不出来。请另存为“CSV UTF-8（逗号分隔）”。')
  }
}
