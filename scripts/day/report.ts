import { alignColumns } from '../bench/report'
import type { DayResult } from './day'
import type { FaultName } from './faults'
import { type Line, linesOf } from './recorder'
import { countyTime } from './schedule'
import { type FaultReport, judgeDay, reportFaults, type Verdict } from './verdict'

export interface DayReport {
  readonly requests: number
  readonly lines: readonly Line[]
  readonly rush: readonly Line[]
  readonly faults: readonly FaultReport[]
  readonly verdict: Verdict
}

/** The rush and its queue. */
const RUSH_MS = 60_000
/** What the crowd asks for, and what somebody else notices of it. */
const OF_RUSH = new Set([
  ...['GET /v1/slots', 'GET /v1/nearest-slots', 'POST /v1/appointments', 'GET /v1/appointments/:id', 'POST /v1/waiting-entries'],
  ...['GET /v1/session', 'GET /v1/county'],
])
const SHOWN_COMPLAINTS = 20
const TITLES: Readonly<Record<FaultName, string>> = {
  police: 'the police system was away',
  process: 'a server process was killed',
  database: 'the database was restarted',
}

export function reportDay({ options, seen, faults, checked }: DayResult, rushAtMs: number): DayReport {
  const reports = reportFaults(seen, faults)
  const inRush = seen.filter(
    ({ atMs, endpoint }) =>
      OF_RUSH.has(endpoint) && atMs >= rushAtMs && atMs < rushAtMs + Math.min(RUSH_MS, options.minutes * 60_000),
  )
  return {
    requests: seen.length,
    lines: linesOf(seen),
    rush: linesOf(inRush),
    faults: reports,
    verdict: judgeDay(seen, reports, checked),
  }
}

/** For people to read. */
export function writeReport(result: DayResult, report: DayReport): string {
  const { options, comings, crowd, checked } = result
  const { told, unknown, visits, accounts, slots, firstDay, lastDay, auditRecords, messagesSent, messagesLeft, violations } =
    checked
  const head = [
    `A day from 8 to 17 in ${options.minutes} minutes: ${accounts} accounts, ${slots} times to book from ${firstDay} to ${lastDay}`,
    `${comings} errands, ${crowd} people for the vaccine, ${report.requests} requests`,
  ]
  const checks = [
    `${told} bookings were told, ${visits} are in the database; ${unknown} wishes were given up without an answer that settles them`,
    `${auditRecords} audit records; ${messagesSent} messages delivered, ${messagesLeft} not; ${violations.length} rules broken`,
  ]
  return [
    head.join('\n'),
    `The whole day\n${writeLines(report.lines)}`,
    `The rush\n${writeLines(report.rush)}`,
    ...report.faults.map((fault) => writeFault(fault, result)),
    `What the servers warned of\n${writeWarnings(result.warnings)}`,
    `Checked at the end\n${checks.map((line) => `  ${line}`).join('\n')}`,
    writeVerdict(report.verdict),
  ].join('\n\n')
}

function writeLines(lines: readonly Line[]): string {
  const rows = lines.map(({ endpoint, requests, p50, p95, p99, codes }) => [
    ...[endpoint, String(requests), ...[p50, p95, p99].map((ms) => ms.toFixed(0))],
    Object.entries(codes)
      .map(([code, times]) => `${code} ${times}`)
      .join(', '),
  ])
  return alignColumns([['endpoint', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'not a success'], ...rows])
}

function writeFault(fault: FaultReport, { options }: DayResult): string {
  const { name, beganMs, endedMs, recoveredAfterMs, requests, outcomes, stale, codes, words, p95, slowest } = fault
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
  const since = name === 'police' ? 'after it was back' : 'after it began'
  const recovered = recoveredAfterMs === null ? 'NOT within the day' : `${seconds(recoveredAfterMs)} ${since}`
  const share = (count = 0): string => `${count} (${requests === 0 ? 0 : ((100 * count) / requests).toFixed(1)} %)`
  return [
    `${countyTime(beganMs, options)}: ${TITLES[name]} for ${seconds(endedMs - beganMs)}; people were served as before ${recovered}`,
    `  of ${requests} requests: ${share(outcomes.done)} done, ${stale} of them with an old copy or a part missing;`,
    `  ${share(outcomes.refused)} refused as on any day, ${share(outcomes.department)} told that a department is away,`,
    `  ${share(outcomes.come_again)} told to come again in some seconds, ${share(outcomes.no_answer)} without an answer, ${share(outcomes.failed)} failed`,
    `  p95 ${p95.toFixed(0)} ms, the slowest ${seconds(slowest)}`,
    ...(Object.keys(codes).length === 0
      ? []
      : [
          `  ${Object.entries(codes)
            .map(([code, times]) => `${code} ${times}`)
            .join(', ')}`,
        ]),
    ...words.map((text) => `  「${text}」`),
  ].join('\n')
}

function writeWarnings(warnings: DayResult['warnings']): string {
  const all = Object.entries(warnings).sort(([, a], [, b]) => b - a)
  return all.length === 0 ? '  nothing' : all.map(([what, times]) => `  ${times} × ${what}`).join('\n')
}

function writeVerdict({ ok, complaints }: Verdict): string {
  if (ok) return '✓ no 5xx but the departments’ own, nothing lost, nothing doubled, every fault over'
  const more = complaints.length - SHOWN_COMPLAINTS
  return [...complaints.slice(0, SHOWN_COMPLAINTS).map((one) => `✗ ${one}`), ...(more > 0 ? [`… and ${more} more`] : [])].join(
    '\n',
  )
}
