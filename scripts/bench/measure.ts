import type { Child } from './child'
import type { LoadOrder, LoadResult } from './load'
import { median, pairedRatio } from './numbers'
import { everydayQueries } from './queries'
import { type Asked, type OnceEach, ONCE_LISTS, type Workload } from './requests'
import type { Caller } from './visits'

/** A server that is measured, and who signs in to it. */
export interface Target {
  readonly name: string
  readonly child: Child
  readonly port: number
  readonly tokens: readonly string[]
  /** Callers who have not come yet: each round takes the first ones away. */
  readonly once: OnceEach
}

export interface Round extends LoadResult {
  /** Microseconds of processor time that the server's process took for one request. */
  readonly cpu: number
}

export interface Measured {
  readonly target: string
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly cpu: number
  /** Times the requests a second, and times the processor time, of the first target, in neighbouring rounds. */
  readonly speedRatio: number
  readonly cpuRatio: number
}

export interface Plan {
  readonly workload: Workload
  readonly connections: number
  readonly rounds: number
  readonly roundMs: number
}

const WARM_UP_MS = 250
/** Enough requests for V8 to compile what they run through. */
const FIRST_WARM_UP_MS = 1_000

/** Before anything is measured: a server that has just started is another server. */
export async function warmUp(load: Child, targets: readonly Target[], workload: Workload): Promise<void> {
  for (const target of targets) await runRound(load, target, { workload, connections: 16, rounds: 1, roundMs: FIRST_WARM_UP_MS })
}

/** Rounds in turn, A B A B: what else the machine does falls on all alike. Medians of the rounds. */
export async function measure(load: Child, targets: readonly Target[], plan: Plan): Promise<Measured[]> {
  const rounds = targets.map((): Round[] => [])
  for (const target of targets) await runRound(load, target, { ...plan, roundMs: WARM_UP_MS })
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [index, target] of targets.entries()) rounds[index]?.push(await runRound(load, target, plan))
  }
  return targets.map(({ name }, index) => summarise(name, rounds[index] ?? [], rounds[0] ?? []))
}

/** Medians, and the ratios to the rounds of the first target. */
export function summarise(target: string, rounds: readonly Round[], first: readonly Round[]): Measured {
  const all = (of: readonly Round[], what: keyof Round): number[] => of.map((round) => round[what])
  return {
    target,
    perSecond: median(all(rounds, 'perSecond')),
    p50: median(all(rounds, 'p50')),
    p99: median(all(rounds, 'p99')),
    cpu: median(all(rounds, 'cpu')),
    speedRatio: pairedRatio(all(rounds, 'perSecond'), all(first, 'perSecond')),
    cpuRatio: pairedRatio(all(rounds, 'cpu'), all(first, 'cpu')),
  }
}

/** More callers than any server here answers in a millisecond. */
const MOST_PER_MS = 20

/** Who comes in a round that long. */
export function callersFor({ tokens, once }: Pick<Target, 'tokens' | 'once'>, workload: Asked, forMs: number): Caller[] {
  const list = ONCE_LISTS.find((one) => one === workload)
  if (list === undefined) return callersInTurn(tokens, workload)
  if (once[list].length === 0) throw new Error(`Nobody is left for ${list}: measure fewer or shorter rounds.`)
  return once[list].slice(0, forMs * MOST_PER_MS)
}

/** Everybody in turn; who searches looks for what is looked for every day. */
export function callersInTurn(tokens: readonly string[], workload: Asked): Caller[] {
  if (workload !== 'search') return tokens.map((token) => ({ token }))
  return everydayQueries().map((query, index) => ({ token: tokens[index % tokens.length] ?? '', query }))
}

/** So many of those who come only once have come. */
export function takeAway({ once }: Pick<Target, 'once'>, workload: Asked, requests: number): void {
  const list = ONCE_LISTS.find((one) => one === workload)
  if (list !== undefined) once[list].splice(0, requests)
}

async function runRound(load: Child, target: Target, { workload, connections, roundMs }: Plan): Promise<Round> {
  const { child, port } = target
  const callers = callersFor(target, workload, roundMs)
  const before = await child.ask<NodeJS.CpuUsage>('cpu')
  const result = await load.ask<LoadResult>('run', { port, workload, callers, connections, forMs: roundMs } satisfies LoadOrder)
  const after = await child.ask<NodeJS.CpuUsage>('cpu')
  takeAway(target, workload, result.requests)
  const cpu = (after.user + after.system - before.user - before.system) / result.requests
  return { ...result, cpu }
}
