import { pino } from 'pino'
import { SettableClock } from '../../test/settable-clock'
import { isMadeByAny } from '../../test/made-by-any'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { JobLease } from './job-lease.entity'
import { type Job, type JobDeps, startJobs } from './jobs'

let database: TestDatabase
let clock: SettableClock
let deps: JobDeps
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock()
  deps = { database, clock, logger: pino({ level: 'silent' }) }
})
afterEach(() => database.close())

const SECOND = 1_000

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not happen.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Starts jobs as a process of its own would; `looks` counts how often it has looked at the time. */
function startProcess(jobs: readonly Job[]): ReturnType<typeof startJobs> & { looks: () => number } {
  let looks = 0
  const now = (): Date => {
    looks += 1
    return clock.now()
  }
  return { ...startJobs(jobs, { ...deps, clock: { now } }), looks: () => looks }
}

const job = (run: Job['run'], everyMs = 5): Job => ({ name: 'sweep', everyMs, run })
const idle = job(() => Promise.resolve(), 60 * SECOND)

it('gives each run a signal of its own that stays in no other one', async () => {
  const signals: AbortSignal[] = []
  const jobs = startProcess([job((signal) => Promise.resolve(void signals.push(signal)))])
  await until(() => signals.length > 0)
  await jobs.stop()
  expect(signals.filter(isMadeByAny)).toEqual([])
})

it('runs each tick once for all processes together', async () => {
  let runs = 0
  const processes = Array.from({ length: 3 }, () => startProcess([job(() => Promise.resolve(void (runs += 1)))]))
  for (let tick = 1; tick <= 4; tick += 1) {
    await until(() => runs >= tick)
    const seen = processes.map(({ looks }) => looks())
    await until(() => processes.every(({ looks }, index) => looks() > (seen[index] ?? 0) + 3))
    expect(runs).toBe(tick)
    clock.advance(SECOND)
  }
  await Promise.all(processes.map((process) => process.stop()))
})

it('runs a job again after it failed', async () => {
  let runs = 0
  const jobs = startProcess([
    job(() => {
      runs += 1
      clock.advance(SECOND)
      return Promise.reject(new Error('not this time'))
    }),
  ])
  await until(() => runs >= 3)
  await jobs.stop()
})

it('stops by aborting what runs, and waits for it', async () => {
  let state = 'not started'
  const jobs = startProcess([
    job(async (signal) => {
      state = 'running'
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve)
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
      state = 'ended'
    }),
  ])
  await until(() => state === 'running')
  await jobs.stop()
  expect(state).toBe('ended')
  expect(await database.read.find(JobLease)).toMatchObject([{ name: 'sweep', heldUntil: clock.now().toISOString() }])
})

it('runs a job when told to, due or not, but never beside another run of it', async () => {
  const waiting = startJobs([idle], deps)
  expect(await waiting.runJobOnce('sweep')).toBe(true)
  expect(await waiting.runJobOnce('sweep')).toBe(true)
  await database.inTransaction((tx) => tx.update(JobLease, { name: 'sweep' }, { heldUntil: '2026-11-21T01:03:03.000Z' }))
  expect(await waiting.runJobOnce('sweep')).toBe(false)
  clock.advance(60 * SECOND)
  expect(await waiting.runJobOnce('sweep')).toBe(true)
  expect(() => waiting.runJobOnce('other')).toThrow('no job other')
  await waiting.stop()
})

it('aborts a run whose job another process has taken over', async () => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'],
  })
  try {
    let aborted: AbortSignal | undefined
    const running = startJobs([job((signal) => untilAborted((aborted = signal)), 60 * SECOND)], deps)
    await until(() => aborted !== undefined)
    jest.advanceTimersByTime(20 * SECOND)
    expect(aborted?.aborted).toBe(false)
    await database.inTransaction((tx) => tx.update(JobLease, { name: 'sweep' }, { holder: 'another' }))
    jest.advanceTimersByTime(20 * SECOND)
    await until(() => aborted?.aborted === true)
    await running.stop()
    expect(await database.read.find(JobLease)).toMatchObject([{ holder: 'another', heldUntil: '2026-11-21T01:03:03.000Z' }])
  } finally {
    jest.useRealTimers()
  }
})

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve()
    })
  })
