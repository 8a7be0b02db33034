import type { Measured } from './measure'
import { type Workload, WORKLOAD_TITLES } from './requests'

/** One workload at one number of connections; the first of `measured` is what the others are compared with. */
export interface Result {
  readonly workload: Workload
  readonly connections: number
  readonly measured: readonly Measured[]
}

const HEADINGS = ['connections', 'server', 'requests/s', '× bare', 'p50 ms', 'p99 ms', 'CPU µs/request', '× bare']

/** A table for each workload. */
export function writeTable(results: readonly Result[]): string {
  const workloads = [...new Set(results.map(({ workload }) => workload))]
  return workloads
    .map((workload) => {
      const rows = results.filter((result) => result.workload === workload).flatMap(rowsOf)
      return `${WORKLOAD_TITLES[workload]}\n${alignColumns([HEADINGS, ...rows])}`
    })
    .join('\n\n')
}

function rowsOf({ connections, measured }: Result): string[][] {
  return measured.map((one, index) => [
    index === 0 ? String(connections) : '',
    one.target,
    one.perSecond.toFixed(0),
    one.speedRatio.toFixed(2),
    one.p50.toFixed(2),
    one.p99.toFixed(2),
    one.cpu.toFixed(0),
    one.cpuRatio.toFixed(2),
  ])
}

/** Columns as wide as their widest cell, numbers to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isNumber = (column: number): boolean => rows.slice(1).every((row) => /^[\d.+-]*$/.test(row[column] ?? ''))
  const cell = (text: string, column: number): string =>
    isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}`).join('\n')
}

export const NOTES = `How it was measured: all servers in processes of their own on this machine, in turn (A B A B) in short rounds; medians of
the rounds; "× bare" is the median of the ratios of neighbouring rounds. Both give the same answers (checked first), from
databases with the same rows, with WAL and synchronous=FULL. The bare server is node:http with prepared statements and one
commit a write, without routing, validation, headers, log, metrics, limits or time-outs; it reads each list of free times
anew. The BFF is put together as for
production (no reply checks, a log line a request to a file, jobs running), except that rate limits let everything pass.
CPU time is the server process's alone: for reads it hardly depends on what else the machine does; writes wait for the disk.`
