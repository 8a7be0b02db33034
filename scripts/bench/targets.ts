import { startEmbeddedPostgres } from '../../bff/test/embedded-postgres'
import { seedBookers } from './bookers'
import { type Child, startChild } from './child'
import type { Target } from './measure'
import type { Place, Store } from './place'
import type { OnceEach, Workload } from './requests'
import { seedResidents } from './seed'
import { seedSlots, wishesOf } from './visits'

/** Each may book three times and be asked about once: more than all rounds of the longest usual run take. */
const BOOKERS = 28_000

export const BFF = 'BFF'

interface Seeded {
  readonly tokens: readonly string[]
  readonly once: OnceEach
}

interface Ports {
  readonly port: number
  /** Where every list of free times is read anew. */
  readonly unkeptPort?: number
}

export type BenchTarget = Target & Pick<Ports, 'unkeptPort'>

/** The bare server, the BFF on SQLite with an equal file of its own, and, when asked for, the BFF on PostgreSQL. */
export async function startTargets(place: Place, options: { readonly postgres: boolean }): Promise<BenchTarget[]> {
  const seeded = await place.fill(place.file('seeded'), seedAll)
  for (const name of ['bare', 'bff']) place.copy('seeded', name)
  const departments = startChild('department-stub-process.ts')
  place.onEnd(() => departments.stop())
  const env = { BENCH_DEPARTMENTS: (await departments.ask<{ url: string }>('address')).url }
  const targets = [
    await startTarget('bare node:http', place.start('bare-server.ts', place.file('bare'), env), seeded),
    await startTarget(BFF, place.start('bff-server.ts', place.file('bff'), env), seeded),
  ]
  if (!options.postgres) return targets
  const server = await startEmbeddedPostgres({ durable: true })
  place.onEnd(() => server.stop())
  const onPostgres = await place.fill(server.url, seedAll)
  return [...targets, await startTarget('BFF on PostgreSQL', place.start('bff-server.ts', server.url, env), onPostgres)]
}

async function seedAll(store: Store): Promise<Seeded> {
  const tokens = await seedResidents(store)
  const slots = await seedSlots(store)
  const people = await seedBookers(store, BOOKERS)
  return { tokens, once: { book: wishesOf(people, slots), 'progress-cold': people.map((token) => ({ token })) } }
}

async function startTarget(name: string, child: Child, { tokens, once }: Seeded): Promise<BenchTarget> {
  const own = { book: [...once.book], 'progress-cold': [...once['progress-cold']] }
  return { name, child, tokens, once: own, ...(await child.ask<Ports>('ports')) }
}

/** What a workload is measured with: lists of free times come both ways, read anew and kept. */
export function targetsOf(workload: Workload, targets: readonly BenchTarget[]): Target[] {
  if (workload !== 'slots') return [...targets]
  return targets.flatMap((target) => {
    if (target.unkeptPort === undefined) return [target]
    const unkept = { ...target, name: `${target.name}, read each time`, port: target.unkeptPort }
    return [unkept, { ...target, name: `${target.name}, kept a second` }]
  })
}
