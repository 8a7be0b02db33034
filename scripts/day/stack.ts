import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../bff/test/embedded-postgres'
import type { CountyPack } from '../../bff/src/platform/county-pack'
import { makeKeys } from '../bench/bench-store'
import { type Child, startChild } from '../bench/child'
import type { Fault } from '../fake-departments/faults'
import type { DepartmentName } from '../fake-departments/world'
import type { ClockSetting } from '../race/fast-clock'
import type { BffSetting } from './bff-process'
import { GOOD_DAY } from './departments'
import { makePack } from './pack'

/** Where a day takes place: a folder for data and logs, a database, keys, a county pack. */
export interface Place {
  readonly folder: string
  readonly databaseUrl: string
  readonly keys: string
  readonly pack: CountyPack
  /** Stops the database as an operator would, and starts it again. */
  restartDatabase(): Promise<void>
  close(): Promise<void>
}

/** Everything that runs: departments, server processes, the balancer before them. */
export interface Stack {
  /** Of the balancer. */
  readonly port: number
  setClock(clock: ClockSetting): Promise<void>
  setFault(department: DepartmentName, fault: Fault): Promise<void>
  lastSms(phone: string): Promise<Record<string, string> | null>
  /** One server process dies without a word and is started again, as systemd would; resolves when it listens. */
  replaceOne(): Promise<void>
  stop(): Promise<void>
}

export const logOf = ({ folder }: Pick<Place, 'folder'>): string => path.join(folder, 'servers.log')

const PROCESSES = 2
/** A new PostgreSQL is installed, or the machine's disk is slow: longer than stopping and starting takes here. */
const DATABASE_AWAY_MS = 3_000

/** Commits reach the disk, as in use. */
export async function openPlace(): Promise<Place> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'one-visit-day-'))
  // PostgreSQL may run as another account than this program.
  fs.chmodSync(folder, 0o755)
  const dataDir = path.join(folder, 'postgres')
  let server = await startEmbeddedPostgres({ durable: true, dataDir })
  const port = Number(new URL(server.url).port)
  return {
    folder,
    databaseUrl: server.url,
    keys: makeKeys(),
    pack: makePack(path.join(folder, 'counties')),
    restartDatabase: async () => {
      await server.stop()
      await pause(DATABASE_AWAY_MS)
      server = await startEmbeddedPostgres({ durable: true, dataDir, port })
    },
    close: () => server.stop(),
  }
}

export async function startStack(place: Place, clock: ClockSetting): Promise<Stack> {
  const log = fs.openSync(logOf(place), 'a')
  const start = (program: string, env: Record<string, string>): Child => startChild(`../day/${program}`, env, log)
  const fakes = start('fakes-process.ts', { DAY_CLOCK: JSON.stringify(clock) })
  const departmentsUrl = await fakes.ask<string>('url')
  let now = clock
  const startBff = async (port: number): Promise<{ child: Child; port: number }> => {
    const { databaseUrl, keys, folder } = place
    const setting: BffSetting = { databaseUrl, keys, departmentsUrl, port, clock: now, counties: path.join(folder, 'counties') }
    const child = start('bff-process.ts', { DAY_SETTING: JSON.stringify(setting) })
    return { child, port: await child.ask<number>('port') }
  }
  const bffs = await Promise.all(Array.from({ length: PROCESSES }, () => startBff(0)))
  const balancer = start('balancer-process.ts', { DAY_PORTS: JSON.stringify(bffs.map(({ port }) => port)) })
  const setFault: Stack['setFault'] = (department, fault) => fakes.ask('setFault', { department, fault })
  for (const [department, fault] of Object.entries(GOOD_DAY)) await setFault(department as DepartmentName, fault)
  return {
    port: await balancer.ask<number>('port'),
    setClock: async (next) => {
      now = next
      await Promise.all([fakes, ...bffs.map(({ child }) => child)].map((child) => child.ask('setClock', next)))
    },
    setFault,
    lastSms: (phone) => fakes.ask('lastSms', phone),
    replaceOne: async () => {
      const [first] = bffs
      if (!first) throw new Error('There is no server process.')
      await first.child.kill()
      bffs[0] = await startBff(first.port)
    },
    stop: async () => {
      await balancer.stop()
      await Promise.all(bffs.map(({ child }) => child.stop()))
      await fakes.stop()
      fs.closeSync(log)
    },
  }
}
