import type { Activity } from '../activity'
import { isCallable, type Callable, type Dictionary } from '../dynamic'
import type { Reporter } from '../report'

/** A page is not quiet before what it has put off by no more than this. */
const SOON_MS = 60

interface Timer {
  readonly where: string
  readonly work: () => unknown
  /** Of an interval, milliseconds; null: it runs once. */
  readonly everyMs: number | null
  /** By the clock of the phone, epoch milliseconds. */
  dueAt: number
  handle: NodeJS.Timeout
  /** The run is not quiet before this one has run or was stopped; call it then. */
  readonly ended: () => void
}

const nothing = (): void => undefined

/** Timers of one run: they take as long as they say, unless the clock of the phone is moved on. */
export class Timers {
  private readonly running = new Map<number, Timer>()
  private ended = false

  /** `now`: the clock of the phone, epoch milliseconds. */
  constructor(
    private readonly reporter: Reporter,
    private readonly now: () => number,
    private readonly activity: Activity,
  ) {}

  /** Runs `work` after that many milliseconds, or each time that many have passed; answers with a number that stops it, 0 after the end. */
  start(where: string, work: () => unknown, delayMs: number, repeats = false): number {
    if (this.ended) return 0
    const handle = repeats ? setInterval(() => this.run(id), delayMs) : setTimeout(() => this.run(id), delayMs)
    const id = Number(handle)
    const ended = repeats || delayMs > SOON_MS ? nothing : this.activity.begin()
    this.running.set(id, { where, work, everyMs: repeats ? delayMs : null, dueAt: this.now() + delayMs, handle, ended })
    return id
  }

  /** Runs now what became due while the clock was moved on, the earliest first; intervals once, as on a phone that has slept. */
  catchUp(): void {
    const now = this.now()
    const due = [...this.running].filter(([, { dueAt }]) => dueAt <= now).sort(([, one], [, other]) => one.dueAt - other.dueAt)
    for (const [id] of due) this.run(id)
  }

  close(): void {
    this.ended = true
    for (const { handle } of this.running.values()) clearTimeout(handle)
    this.running.clear()
  }

  /** The package's own names of them. */
  functions(): Dictionary {
    const starts =
      (repeats: boolean): Callable =>
      (work, delay, ...given) => {
        const call = (): unknown => (isCallable(work) ? work(...given) : undefined)
        return this.start('timer', call, typeof delay === 'number' ? delay : 0, repeats)
      }
    const stop = (id: unknown): void => {
      if (typeof id === 'number') this.stop(id)
    }
    return { setTimeout: starts(false), setInterval: starts(true), clearTimeout: stop, clearInterval: stop }
  }

  private run(id: number): void {
    const timer = this.running.get(id)
    if (!timer) return
    if (timer.everyMs === null) this.stop(id)
    else timer.dueAt = this.now() + timer.everyMs
    this.reporter.guard(timer.where, timer.work)
  }

  private stop(id: number): void {
    const timer = this.running.get(id)
    if (!timer) return
    clearTimeout(timer.handle)
    this.running.delete(id)
    timer.ended()
  }
}
