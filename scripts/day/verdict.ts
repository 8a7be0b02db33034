import { percentile } from '../bench/numbers'
import { FAULTS, type FaultName, type Happened } from './faults'
import { countBy, nameOfAnswer, type Outcome, outcomeOf, type Seen } from './recorder'
import { recoveryOf } from './recovery'
import type { Violation } from '../race/violation'

/** What people saw while something was wrong, and when it was over for them. */
export interface FaultReport {
  readonly name: FaultName
  readonly beganMs: number
  readonly endedMs: number
  /** Milliseconds from the fault's end (of the police system) or its beginning (the others); null: not before the day was over. */
  readonly recoveredAfterMs: number | null
  readonly requests: number
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
  readonly stale: number
  /** Milliseconds. */
  readonly p95: number
  readonly slowest: number
  readonly codes: Readonly<Record<string, number>>
  /** The words of the problems that had to do with it. */
  readonly words: readonly string[]
}

const OF_POLICE = new Set(['GET /v1/progress/id-card', 'GET /v1/progress/exit-entry', 'POST /v1/real-name'])
/** What was usual: so long before the fault. */
const USUAL_MS = 30_000
/** Without a recovery the window ends so long after the fault. */
const LONGEST_MS = 30_000

const concerns = (name: FaultName, { endpoint }: Seen): boolean => name !== 'police' || OF_POLICE.has(endpoint)

export function reportFaults(seen: readonly Seen[], happened: readonly Happened[]): FaultReport[] {
  return FAULTS.flatMap((name) => happened.filter((one) => one.name === name)).map((fault) => reportFault(seen, fault))
}

function reportFault(seen: readonly Seen[], { name, beganMs, endedMs }: Happened): FaultReport {
  const concerned = seen.filter((one) => concerns(name, one))
  const usual = concerned.filter(({ atMs }) => atMs < beganMs && atMs >= beganMs - USUAL_MS)
  const fromMs = name === 'police' ? endedMs : beganMs
  const recoveredAfterMs = recoveryOf(concerned, { fromMs, usual, ofDepartment: name === 'police' })
  const untilMs = Math.max(endedMs, fromMs + (recoveredAfterMs ?? LONGEST_MS))
  const within = concerned.filter(({ atMs, ms }) => atMs + ms >= beganMs && atMs <= untilMs)
  const troubled = within.filter((one) => !['done', 'refused'].includes(outcomeOf(one)))
  return {
    ...{ name, beganMs, endedMs, recoveredAfterMs, requests: within.length },
    outcomes: countBy(within, outcomeOf),
    stale: within.filter(({ stale }) => stale).length,
    p95: within.length === 0 ? 0 : percentile(timesOf(within), 0.95),
    slowest: Math.max(0, ...timesOf(within)),
    codes: countBy(
      within.filter((one) => outcomeOf(one) !== 'done'),
      nameOfAnswer,
    ),
    words: [...new Set(troubled.flatMap(({ words }) => words ?? []))],
  }
}

const timesOf = (seen: readonly Seen[]): number[] => seen.map(({ ms }) => ms)

export interface Verdict {
  readonly ok: boolean
  readonly complaints: readonly string[]
}

/** What must not be: a 5xx of ours, "come again" while nothing was wrong, a fault that is not over, anything lost or doubled. */
export function judgeDay(
  seen: readonly Seen[],
  faults: readonly FaultReport[],
  checked: { readonly violations: readonly Violation[]; readonly messagesLeft: number },
): Verdict {
  const ours = faults.filter(({ name }) => name !== 'police')
  const isExcused = ({ atMs, ms }: Seen): boolean =>
    ours.some(({ beganMs, endedMs, recoveredAfterMs }) => {
      return atMs + ms >= beganMs && atMs <= Math.max(endedMs, beganMs + (recoveredAfterMs ?? 0))
    })
  const failed = seen.filter((one) => outcomeOf(one) === 'failed')
  const idle = seen.filter((one) => ['come_again', 'no_answer'].includes(outcomeOf(one)) && !isExcused(one))
  const complaints = [
    ...Object.entries(countBy(failed, (one) => `${one.endpoint} answered ${one.status} ${one.code ?? ''}`)),
    ...Object.entries(countBy(idle, (one) => `${one.endpoint} answered ${nameOfAnswer(one)} while nothing was wrong`)),
    ...Object.entries(countBy(checked.violations, ({ rule, what }) => `${rule}: ${what}`)),
  ].map(([what, times]) => `${what}${times === 1 ? '' : ` (${times} times)`}`)
  const lasting = faults.filter(({ recoveredAfterMs }) => recoveredAfterMs === null)
  const left = checked.messagesLeft === 0 ? [] : [`${checked.messagesLeft} messages were not delivered`]
  const all = [
    ...complaints,
    ...lasting.map(({ name }) => `${name}: people were not served as before when the day ended`),
    ...left,
  ]
  return { ok: all.length === 0, complaints: all }
}
