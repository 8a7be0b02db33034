import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { ClockSetting } from './fast-clock'
import type { ServerSetting } from './race-deps'

export interface Processes {
  /** Of the processes that answer now. */
  ports(): number[]
  /** Kills the one at this share (0–1) of them without a word, the way power fails, and starts another in its place. */
  replace(share: number): Promise<void>
  /** Kills all of them at once and starts as many with another setting. */
  replaceAll(setting: ServerSetting): Promise<void>
  /** Tells all of them, and those to come, how the race's clock runs from now on. */
  setClock(clock: ClockSetting): void
  killAll(): Promise<void>
}

interface Running {
  readonly child: ChildProcess
  readonly port: number
}

/** Starts `count` processes of a program of this folder; `log` is a file descriptor for what they print. */
export async function startProcesses(
  program: string,
  count: number,
  { setting, log }: { readonly setting: ServerSetting; readonly log: number },
): Promise<Processes> {
  const places: (Running | null)[] = Array.from({ length: count }, () => null)
  let current = setting
  const start = async (index: number): Promise<void> => {
    places[index] = await startProcess(program, current, log)
  }
  const startAll = (): Promise<void[]> => Promise.all(places.map((_, index) => start(index)))
  const killAt = async (index: number): Promise<void> => {
    const running = places[index]
    places[index] = null
    if (running) await kill(running.child)
  }
  const killAll = async (): Promise<void> => {
    await Promise.all(places.map((_, index) => killAt(index)))
  }
  await startAll()
  return {
    ports: () => places.flatMap((place) => place?.port ?? []),
    replace: async (share) => {
      const index = Math.floor(share * count)
      await killAt(index)
      await start(index)
    },
    replaceAll: async (next) => {
      await killAll()
      current = next
      await startAll()
    },
    setClock: (clock) => {
      current = { ...current, clock }
      for (const place of places) place?.child.send(clock)
    },
    killAll,
  }
}

/** Its channel closes when this process ends, however that happens; then it ends too. */
async function startProcess(program: string, setting: ServerSetting, log: number): Promise<Running> {
  const child = fork(path.join(__dirname, program), [JSON.stringify(setting)], {
    cwd: path.join(__dirname, '../..'),
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', log, log, 'ipc'],
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${program} ended before it listened: what it printed says why.`)
  })
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }]
  ended.catch(() => undefined)
  return { child, port: message.port }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
