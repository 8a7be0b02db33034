import type { Child } from '../child'
import { Connection } from '../connection'
import { median, pairedRatio } from '../numbers'
import { writeGet } from '../requests'
import { GROWTH_REQUESTS, type GrowthRequest } from './growth-requests'
import type { Grown, Size } from './seed-growth'

/** The BFF of a county of one size. */
export interface GrownTarget {
  readonly size: Size
  readonly grown: Grown
  readonly child: Child
  readonly port: number
}

interface Sample {
  /** Microseconds of the BFF's processor time a request, milliseconds to the answer (median), bytes of the answer. */
  readonly cpu: number
  readonly ms: number
  readonly bytes: number
}

/** What one thing costs at each size; ratios to the smallest are of neighbouring rounds. */
export interface Growth {
  readonly name: string
  readonly sizes: readonly (Sample & { readonly cpuRatio: number; readonly msRatio: number })[]
}

const ROUNDS = 5
const IN_A_ROUND = 24
/** Where a caller comes only once. */
const FEW_IN_A_ROUND: ReadonlyMap<string, number> = new Map([['POST /v1/account/deletion', 20]])
/** These reach departments or have nothing to do in the bench. */
const NOT_MEASURED: ReadonlySet<string> = new Set(['licence-status', 'follow-poller', 'kept-applications'])

/** Their first run is another one, which comes again each hour. */
const LOOKS_AT_ALL: ReadonlySet<string> = new Set(['audit-seal'])

export async function measureRequests(targets: readonly GrownTarget[], say: (text: string) => void): Promise<Growth[]> {
  const connections = await Promise.all(targets.map(({ port }) => Connection.open(port)))
  try {
    const asked = await Promise.all(
      targets.map(async (target, index) => {
        const connection = connections[index]
        if (!connection) throw new Error('A server is missing.')
        return { target, connection, licenceId: await firstLicence(connection, target.grown) }
      }),
    )
    const measured: Growth[] = []
    for (const request of GROWTH_REQUESTS) {
      const growth = await measureOne(request, asked)
      say(`${request.name}: ${growth.sizes.map(({ ms }) => ms.toFixed(2)).join(', ')} ms`)
      measured.push(growth)
    }
    return measured
  } finally {
    for (const connection of connections) connection.close()
  }
}

async function firstLicence(connection: Connection, { people }: Grown): Promise<(token: string) => string> {
  const ids = new Map<string, string>()
  for (const { token } of people) {
    const { body } = await connection.send(writeGet('/v1/licences', token))
    const { items } = JSON.parse(body) as { items: { id: string }[] }
    ids.set(token, items[0]?.id ?? 'nothing')
  }
  return (token) => ids.get(token) ?? 'nothing'
}

interface Asked {
  readonly target: GrownTarget
  readonly connection: Connection
  readonly licenceId: (token: string) => string
}

async function measureOne(request: GrowthRequest, asked: readonly Asked[]): Promise<Growth> {
  const inARound = FEW_IN_A_ROUND.get(request.name) ?? IN_A_ROUND
  const turns = asked.map(({ target, licenceId }) => inTurn(request.make(target.grown, licenceId)))
  const rounds = asked.map((): Sample[] => [])
  // The first round is there to warm up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { target, connection }] of asked.entries()) {
      const next = turns[index]
      if (next) rounds[index]?.push(await askSome(request.name, target.child, connection, next, inARound))
    }
  }
  return { name: request.name, sizes: summarise(rounds.map((all) => all.slice(1))) }
}

function inTurn(requests: readonly (() => string)[]): () => string {
  let at = -1
  return () => {
    at = (at + 1) % requests.length
    return requests[at]?.() ?? ''
  }
}

async function askSome(name: string, child: Child, connection: Connection, next: () => string, times: number): Promise<Sample> {
  const latencies: number[] = []
  let bytes = 0
  const before = await child.ask<NodeJS.CpuUsage>('cpu')
  for (let time = 0; time < times; time += 1) {
    const sent = performance.now()
    const { status, body } = await connection.send(next())
    if (status >= 300) throw new Error(`${name} was answered ${status}: ${body}`)
    latencies.push(performance.now() - sent)
    bytes += body.length
  }
  const after = await child.ask<NodeJS.CpuUsage>('cpu')
  const cpu = (after.user + after.system - before.user - before.system) / times
  return { cpu, ms: median(latencies), bytes: bytes / times }
}

/** What each job takes that finds nothing to do, or does it each time anew: the second run and later ones. */
export async function measureJobs(targets: readonly GrownTarget[]): Promise<Growth[]> {
  const names = (await targets[0]?.child.ask<string[]>('jobs')) ?? []
  const measured: Growth[] = []
  for (const name of names.filter((one) => !NOT_MEASURED.has(one))) {
    const rounds = targets.map((): Sample[] => [])
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [index, { child }] of targets.entries()) rounds[index]?.push(await runJob(child, name))
    }
    if (LOOKS_AT_ALL.has(name))
      measured.push({ name: `job ${name}, at start`, sizes: summarise(rounds.map((all) => all.slice(0, 1))) })
    measured.push({ name: `job ${name}`, sizes: summarise(rounds.map((all) => all.slice(1))) })
  }
  return measured
}

async function runJob(child: Child, name: string): Promise<Sample> {
  const before = await child.ask<NodeJS.CpuUsage>('cpu')
  const ms = await child.ask<number>('runJob', { name })
  const after = await child.ask<NodeJS.CpuUsage>('cpu')
  return { cpu: after.user + after.system - before.user - before.system, ms, bytes: 0 }
}

/** Medians, and the ratios to the smallest size in the same round. */
export function summarise(rounds: readonly (readonly Sample[])[]): Growth['sizes'] {
  const all = (of: readonly Sample[], what: keyof Sample): number[] => of.map((sample) => sample[what])
  const first = rounds[0] ?? []
  return rounds.map((of) => ({
    cpu: median(all(of, 'cpu')),
    ms: median(all(of, 'ms')),
    bytes: median(all(of, 'bytes')),
    cpuRatio: pairedRatio(all(of, 'cpu'), all(first, 'cpu')),
    msRatio: pairedRatio(all(of, 'ms'), all(first, 'ms')),
  }))
}
