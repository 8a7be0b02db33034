import type { Clock } from '../platform/clock'
import { Problem } from '../platform/errors'
import type { Logger } from '../platform/logger'
import { attempt, parseReply } from './attempt'
import type { CopyKey, CopyStore } from './copy-store'
import type { DepartmentCall, Fetched } from './department-call'
import { type DepartmentState, StatusBoard } from './department-status'
import { DEPARTMENT_IDS, type DepartmentId } from './department-names'
import type { CallOutcome, GatewayMetrics } from './gateway-metrics'
import { createLane, type Lane } from './lane'
import { POLICIES, type Policies, type Target } from './policies'
import { SingleFlight, whileWanted } from './single-flight'
import { type Connection, createTransport, type Transport } from './transport'

export type { DepartmentCall, Fetched } from './department-call'

export interface Gateway {
  /** Asks a department. Throws `department_timeout`, `department_unavailable` or `department_invalid_reply`. */
  call<T>(call: DepartmentCall<T>): Promise<Fetched<T>>
  status(): DepartmentState[]
  /** Breaks off what is under way and closes the connections. */
  close(): Promise<void>
}

export interface GatewayOptions {
  readonly connections: Readonly<Record<DepartmentId, Connection>>
  readonly policies?: Policies
  readonly clock: Clock
  readonly log: Pick<Logger, 'warn' | 'error'>
  readonly copies: CopyStore
  readonly metrics?: GatewayMetrics
}

export function createGateway(options: GatewayOptions): Gateway {
  const policies = options.policies ?? POLICIES
  const lanes = makeLanes(policies)
  const transports = makeTransports(options, policies)
  const board = new StatusBoard(options.clock, (department) => Object.values(lanes[department]).some((lane) => lane.isBroken()))
  const flights = new SingleFlight()
  const desk = { ...options, lanes, transports, board }
  return {
    call<T>(call: DepartmentCall<T>) {
      const work = (): Promise<Fetched<T>> => answer(desk, call)
      const flight = call.cacheKey ? flights.run(JSON.stringify(copyKeyOf(call, call.cacheKey)), work) : work()
      return whileWanted(flight, call.signal)
    },
    status: () => board.list(),
    close: async () => {
      await Promise.all(Object.values(transports).map((transport) => transport.close()))
    },
  }
}

type Lanes = Readonly<Record<DepartmentId, Readonly<Record<string, Lane>>>>

interface Desk extends GatewayOptions {
  readonly lanes: Lanes
  readonly transports: Readonly<Record<DepartmentId, Transport>>
  readonly board: StatusBoard
}

function forEachDepartment<V>(make: (department: DepartmentId) => V): Record<DepartmentId, V> {
  return Object.fromEntries(DEPARTMENT_IDS.map((department) => [department, make(department)])) as Record<DepartmentId, V>
}

function makeLanes(policies: Policies): Lanes {
  return forEachDepartment((department) =>
    Object.fromEntries(
      Object.entries(policies[department]).map(([operation, policy]) => [operation, createLane(department, policy)]),
    ),
  )
}

/** One pool a department, with a connection for every place, so that no call waits for a connection of another. */
function makeTransports({ connections, clock }: GatewayOptions, policies: Policies): Desk['transports'] {
  return forEachDepartment((department) => {
    const places = Object.values(policies[department]).reduce((sum, policy) => sum + policy.concurrent, 0)
    return createTransport(department, connections[department], Math.max(1, places), clock)
  })
}

function laneOf(desk: Desk, { department, operation }: Target): Lane {
  const lane = desk.lanes[department][operation]
  if (!lane) throw new Error(`no policy for ${department}.${operation}`)
  return lane
}

/** A fresh copy, else the department's answer, else a stale copy, else the problem. */
async function answer<T>(desk: Desk, call: DepartmentCall<T>): Promise<Fetched<T>> {
  const startedAt = performance.now()
  const { freshSeconds, staleSeconds } = laneOf(desk, call).policy
  const done = (outcome: CallOutcome, fetched: Fetched<T>): Fetched<T> => {
    desk.metrics?.observe(call.department, call.operation, outcome, performance.now() - startedAt)
    return fetched
  }
  const copy = freshSeconds > 0 || staleSeconds > 0 ? await readCopy(desk, call) : null
  const holds = copy !== null && (call.holdsAt?.(copy.value, desk.clock.now()) ?? true)
  if (holds && ageSeconds(desk.clock, copy) < freshSeconds) return done('fresh_copy', copy)
  try {
    return done('ok', await fetchNow(desk, call))
  } catch (error) {
    if (copy && error instanceof Problem && ageSeconds(desk.clock, copy) < staleSeconds)
      return done('stale_copy', { ...copy, stale: true })
    desk.metrics?.observe(call.department, call.operation, outcomeOf(error), performance.now() - startedAt)
    throw error
  }
}

function ageSeconds(clock: Clock, { asOf }: { readonly asOf: Date }): number {
  return (clock.now().getTime() - asOf.getTime()) / 1000
}

function outcomeOf(error: unknown): CallOutcome {
  const code = error instanceof Problem ? error.code : null
  return code === 'department_timeout' || code === 'department_unavailable' || code === 'department_invalid_reply'
    ? code
    : 'other'
}

async function fetchNow<T>(desk: Desk, call: DepartmentCall<T>): Promise<Fetched<T>> {
  const lane = laneOf(desk, call)
  const deps = { ...desk, transport: desk.transports[call.department], deadlineMs: lane.policy.deadlineMs }
  const { text, value } = await lane.run((signal) => attempt(deps, call, signal))
  const asOf = desk.clock.now()
  if (call.keep?.(value) ?? true) await keepCopy(desk, call, text, asOf)
  return { value, asOf, stale: false }
}

/** The question is unique among departments and operations; the owner stays apart, so that one person's copies can be found. */
export function copyKeyOf({ department, operation }: Target, { owner, question }: CopyKey): CopyKey {
  return { owner, question: `${department}/${operation}/${question}` }
}

/** A copy that cannot be read, or no longer fits the schema, is no copy. */
async function readCopy<T>(desk: Desk, call: DepartmentCall<T>): Promise<Fetched<T> | null> {
  if (!call.cacheKey) return null
  try {
    const copy = await desk.copies.get(copyKeyOf(call, call.cacheKey))
    return copy ? { value: parseReply(call, copy.body), asOf: copy.asOf, stale: false } : null
  } catch (err) {
    desk.log.warn({ department: call.department, operation: call.operation, err }, 'a copy of a department reply cannot be read')
    return null
  }
}

/** The answer is good even when its copy cannot be kept. */
async function keepCopy(
  desk: Desk,
  call: Target & Pick<DepartmentCall<unknown>, 'cacheKey'>,
  text: string,
  asOf: Date,
): Promise<void> {
  if (!call.cacheKey) return
  try {
    await desk.copies.put(copyKeyOf(call, call.cacheKey), text, asOf)
  } catch (err) {
    desk.log.warn({ department: call.department, operation: call.operation, err }, 'a copy of a department reply cannot be kept')
  }
}
