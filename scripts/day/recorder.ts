import { percentile } from '../bench/numbers'

/** One request as the one who sent it saw it. */
export interface Seen {
  /** Real milliseconds after the day began, when it was sent. */
  readonly atMs: number
  readonly endpoint: string
  readonly ms: number
  /** 0: no answer came. */
  readonly status: number
  /** Of the problem; null without one. */
  readonly code: string | null
  /** The problem's words, as people read them. */
  readonly words: string | null
  /** A department could not be asked: a last copy, or a part missing. */
  readonly stale: boolean
}

export interface Line {
  readonly endpoint: string
  readonly requests: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** How often each answer other than success came, by code. */
  readonly codes: Readonly<Record<string, number>>
}

/** The departments' own failures: the product says so, and what to do. */
const DEPARTMENT_KINDS = new Set(['department_timeout', 'department_unavailable', 'department_invalid_reply'])
/** "Come again in some seconds": our own, with Retry-After. */
const COME_AGAIN = new Set(['service_unavailable', 'stopping'])

export type Outcome = 'done' | 'refused' | 'department' | 'come_again' | 'failed' | 'no_answer'

/** What an answer was to the one who got it. `failed`: a 5xx that nobody should ever see. */
export function outcomeOf({ status, code }: Pick<Seen, 'status' | 'code'>): Outcome {
  if (status === 0) return 'no_answer'
  if (status < 400) return 'done'
  if (code !== null && DEPARTMENT_KINDS.has(code)) return 'department'
  if (status < 500) return 'refused'
  return code !== null && COME_AGAIN.has(code) ? 'come_again' : 'failed'
}

export const nameOfAnswer = ({ status, code }: Pick<Seen, 'status' | 'code'>): string =>
  code ?? (status === 0 ? 'no_answer' : String(status))

export function countBy<T>(items: readonly T[], nameOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1
  return counts
}

/** A line for each endpoint, by name. */
export function linesOf(seen: readonly Seen[]): Line[] {
  const endpoints = [...new Set(seen.map(({ endpoint }) => endpoint))].sort()
  return endpoints.map((endpoint) => {
    const own = seen.filter((one) => one.endpoint === endpoint)
    const times = own.map(({ ms }) => ms)
    return {
      ...{ endpoint, requests: own.length },
      ...{ p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
      codes: countBy(
        own.filter((one) => outcomeOf(one) !== 'done'),
        nameOfAnswer,
      ),
    }
  })
}
