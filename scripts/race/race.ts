import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../bff/test/embedded-postgres'
import { entities } from '../../bff/src/entities'
import { verifyAudit } from '../../bff/src/platform/audit-verify'
import { type Database, type DatabaseKind, openDatabase } from '../../bff/src/platform/database'
import { makeKeys, openKeys, openStore } from '../bench/bench-store'
import { startFakeDepartments } from '../fake-departments/start'
import { type ArenaSlot, FIRST_INSTANT, prepareArena } from './arena'
import { type Caller, createCaller } from './caller'
import { check } from './check'
import { checkRest } from './check-rest'
import { type Facts, findOverbooked, readFacts } from './facts'
import { type ClockSetting, fastClock } from './fast-clock'
import { fight } from './fight'
import type { Action } from './history'
import { type Processes, startProcesses } from './processes'
import type { ServerSetting } from './race-deps'
import { type Seeded, seedPeople } from './seed'
import type { Violation } from './violation'

export interface RaceSetting {
  readonly database: DatabaseKind
  readonly processes: number
  readonly seconds: number
  readonly clients: number
  readonly seed: number
  readonly kills: number
  /** The program of this folder that serves. */
  readonly program: 'race-server.ts' | 'mutant-server.ts'
  /** For databases and logs; exists. */
  readonly folder: string
}

export interface RaceResult {
  readonly setting: RaceSetting
  readonly history: readonly Action[]
  readonly facts: Facts
  readonly violations: readonly Violation[]
}

const MINUTE_MS = 60_000
/** What passes by the race's clock if it can: time for offers (15 min) and places (10 min) to run out. */
const RACE_LASTS_MS = 40 * MINUTE_MS
/** Faster, and half an hour would pass while staff wait for a process to start: they would be signed out. */
const FASTEST = 150
/** By then whatever was held when the clients stopped has run out, and whatever was offered next too. */
const REST_MS = 40 * MINUTE_MS
/** Jobs run so much more often than in use. */
const REST_FACTOR = 20
const JOBS_DONE_WITHIN_MS = 15_000
const RESIDENTS = 320
const STAFF = 3

const factorFor = (seconds: number): number => Math.min(FASTEST, RACE_LASTS_MS / (seconds * 1000))

type Closers = (() => Promise<void>)[]

/** One race: real processes, real requests, real kills; then the database against the answers. */
export async function race(setting: RaceSetting): Promise<RaceResult> {
  const closers: Closers = []
  try {
    return await raceWithin(setting, closers)
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

async function raceWithin(setting: RaceSetting, closers: Closers): Promise<RaceResult> {
  const place = await openPlace(setting, closers)
  const { people, arena } = await prepare(setting, place)
  const clock = { origin: FIRST_INSTANT, startedAt: null, factor: factorFor(setting.seconds) }
  place.setClock(clock)
  const processes = await place.start(setting.processes)
  const running = { ...clock, startedAt: Date.now() }
  place.setClock(running)
  processes.setClock(running)
  const caller = createCaller(() => processes.ports())
  const looked = lookOn(place.database)
  closers.push(async () => {
    await looked.stop()
  })
  await fight({ ...setting, processes, caller, people, arena })
  const seen = await looked.stop()
  const rested = await rest(place, processes, fastClock(running).now())
  const facts = await readFacts(place.database.read)
  const violations = [...seen, ...check(caller.history, facts, rested), ...(await checkChain(place.database, rested))]
  return { setting, history: caller.history, facts, violations }
}

interface Place {
  readonly database: Database
  readonly keys: string
  readonly url: string
  setClock(clock: ClockSetting): void
  setting(): ServerSetting
  start(count: number): Promise<Processes>
}

/** A fresh database with the schema, fake departments with the race's clock, and a way to start processes on both. */
async function openPlace({ database: kind, folder, program }: RaceSetting, closers: Closers): Promise<Place> {
  let clock: ClockSetting = { origin: FIRST_INSTANT, startedAt: null, factor: 1 }
  const fakes = await startFakeDepartments({ clock: () => fastClock(clock).now() })
  closers.push(() => fakes.close())
  const url = kind === 'sqlite' ? `sqlite:${path.join(folder, 'race.db')}` : await startPostgres(closers)
  const keys = makeKeys()
  await (await openStore(url)).close()
  const database = await openDatabase({ url, entities, migrations: [], readonly: true })
  closers.push(() => database.close())
  const setting = (): ServerSetting => ({ databaseUrl: url, keys, clock, departmentsUrl: fakes.url })
  return {
    ...{ database, keys, url, setting },
    setClock: (next) => {
      clock = next
    },
    start: async (count) => {
      const log = fs.openSync(path.join(folder, `${kind}.log`), 'a')
      const processes = await startProcesses(program, count, { setting: setting(), log })
      closers.push(async () => {
        await processes.killAll()
        fs.closeSync(log)
      })
      return processes
    },
  }
}

async function startPostgres(closers: Closers): Promise<string> {
  const server = await startEmbeddedPostgres({ durable: true })
  closers.push(() => server.stop())
  return server.url
}

/** Who takes part and what they fight for; the race's clock stands an hour before its beginning. */
async function prepare(setting: RaceSetting, place: Place): Promise<{ people: Seeded; arena: ArenaSlot[] }> {
  const store = await openStore(place.url)
  const now = new Date(FIRST_INSTANT)
  const people = await seedPeople({ database: store, crypto: openKeys(place.keys), now }, { residents: RESIDENTS, staff: STAFF })
  await store.close()
  place.setClock({ origin: FIRST_INSTANT - 60 * MINUTE_MS, startedAt: Date.now(), factor: 1 })
  const processes = await place.start(1)
  const caller: Caller = createCaller(() => processes.ports())
  const arena = await prepareArena(caller, people.staff[0]?.token ?? '')
  await processes.killAll()
  return { people, arena }
}

const LOOK_EVERY_MS = 500

/** Looks during the race whether more people have places than there are, each time at one moment. */
function lookOn(database: Database): { stop(): Promise<Violation[]> } {
  const found = new Map<string, Violation>()
  const stopping = new AbortController()
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      for (const { id, capacity, taken } of await findOverbooked(database.read)) {
        found.set(id, { rule: 'overbooked', what: `during the race slot ${id} had ${capacity} places and ${taken} people` })
      }
      await pause(LOOK_EVERY_MS)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await looking
      return [...found.values()]
    },
  }
}

/** The power fails; when it is back, every deadline has passed. Hands back the moment by which all of them had. */
async function rest(place: Place, processes: Processes, stoppedAt: Date): Promise<Date> {
  const rested = new Date(stoppedAt.getTime() + REST_MS)
  place.setClock({ origin: rested.getTime(), startedAt: Date.now(), factor: REST_FACTOR })
  await processes.replaceAll(place.setting())
  const givesUp = performance.now() + JOBS_DONE_WITHIN_MS
  while (performance.now() < givesUp) {
    const unsettled = checkRest(await readFacts(place.database.read), rested)
    const chain = await verifyAudit(place.database.read, { now: () => rested })
    if (unsettled.length === 0 && chain.ok) break
    await pause(200)
  }
  await processes.killAll()
  return rested
}

async function checkChain(database: Database, rested: Date): Promise<Violation[]> {
  const verdict = await verifyAudit(database.read, { now: () => rested })
  return verdict.ok ? [] : [{ rule: 'audit_chain', what: `${verdict.fault} at record ${verdict.recordId}` }]
}
