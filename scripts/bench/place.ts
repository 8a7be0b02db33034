import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Clock } from '../../bff/src/platform/clock'
import type { FieldCrypto } from '../../bff/src/platform/crypto/field-crypto'
import type { Database } from '../../bff/src/platform/database'
import { benchClock } from './bench-clock'
import { makeKeys, openKeys, openStore } from './bench-store'
import { type Child, startChild } from './child'

/** What seeds write to. */
export interface Store {
  readonly database: Database
  readonly crypto: FieldCrypto
  readonly clock: Clock
}

/** Where one run of the bench works: a folder of its own, the keys and the time of all its processes. */
export interface Place {
  /** The address of a SQLite file of this name. */
  file(name: string): string
  /** An equal file under another name; nobody may have the first one open. */
  copy(from: string, to: string): void
  /** Starts a program of this folder, with more environment if it needs some; what it logs goes to a file, as in use. */
  start(program: string, url: string, env?: Record<string, string>): Child
  fill<T>(url: string, work: (store: Store) => Promise<T>): Promise<T>
  /** Is closed when the run ends, last first. */
  onEnd(close: () => Promise<void>): void
}

/** Runs `work` in a place that is removed afterwards, with everything that was started there. */
export async function inPlace(work: (place: Place) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'one-visit-bench-'))
  const closers = [() => fs.promises.rm(folder, { recursive: true, force: true })]
  try {
    await work(placeIn(folder, (close) => closers.push(close)))
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

function placeIn(folder: string, onEnd: Place['onEnd']): Place {
  const keys = makeKeys()
  const startedAt = Date.now()
  const pathOf = (name: string): string => path.join(folder, `${name}.db`)
  return {
    onEnd,
    file: (name) => `sqlite:${pathOf(name)}`,
    copy: (from, to) => {
      fs.copyFileSync(pathOf(from), pathOf(to))
    },
    start: (program, url, env = {}) => {
      const log = fs.openSync(path.join(folder, 'log'), 'a')
      const ours = { BENCH_DATABASE: url, BENCH_KEYS: keys, BENCH_STARTED_AT: String(startedAt) }
      const child = startChild(program, { ...env, ...ours }, log)
      fs.closeSync(log)
      onEnd(() => child.stop())
      return child
    },
    fill: async (url, work) => {
      const database = await openStore(url)
      try {
        return await work({ database, crypto: openKeys(keys), clock: benchClock(startedAt) })
      } finally {
        await database.close()
      }
    },
  }
}
