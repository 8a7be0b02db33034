import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { race, type RaceResult, type RaceSetting } from './race'
import { writeReport } from './report'

/** Starting PostgreSQL and processes on a machine that is busy with other tests takes its time; nothing here waits for luck. */
const TIME_LIMIT_MS = 240_000

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'one-visit-race-test-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

const run = (setting: Omit<RaceSetting, 'folder' | 'seed'>): Promise<RaceResult> => race({ ...setting, seed: 20_261_123, folder })

it.each([
  ['sqlite', 1],
  ['postgres', 2],
] as const)(
  'loses nothing and gives nobody a place that is not there, on %s, while processes are killed',
  async (database, processes) => {
    const result = await run({ database, processes, seconds: 6, clients: 24, kills: 2, program: 'race-server.ts' })
    const report = writeReport(result)
    expect([report, result.violations]).toEqual([report, []])
    const kinds = new Set(result.history.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['book', 'cancel', 'join', 'close_day', 'capacity']))
    expect(result.facts.visits.length).toBeGreaterThan(10)
  },
  TIME_LIMIT_MS,
)

it(
  'finds a server that looks whether there is room and then writes',
  async () => {
    const setting = { seconds: 4, clients: 64, kills: 0, program: 'mutant-server.ts' } as const
    const { violations } = await run({ ...setting, database: 'sqlite', processes: 1 })
    expect(violations.map(({ rule }) => rule)).toContain('overbooked')
  },
  TIME_LIMIT_MS,
)
