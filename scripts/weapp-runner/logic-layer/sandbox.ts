import vm from 'node:vm'
import type { Activity } from '../activity'
import { describeError, isDictionary, type Callable, type Dictionary } from '../dynamic'
import type { Reporter } from '../report'
import { watchRejections } from '../rejections'
import { Timers } from './timers'

/**
 * Makes the values of the package's realm that the host cannot make itself, tells it the phone's time, and refuses code from
 * strings as WeChat does.
 */
const REALM = `(function (record, now) {
  const refuse = (what) => {
    record(what)
    throw new EvalError(what + ' is blocked in WeChat')
  }
  const guarded = new Proxy(Function, {
    apply: () => refuse('Function()'),
    construct: () => refuse('new Function()'),
  })
  Function.prototype.constructor = guarded
  globalThis.Function = guarded
  globalThis.eval = () => refuse('eval()')
  Date.now = () => now()
  Date.prototype.constructor = globalThis.Date = new Proxy(Date, {
    apply: () => new Date(now()).toString(),
    construct: (original, given, made) => Reflect.construct(original, given.length === 0 ? [now()] : given, made),
  })
  return {
    parse: JSON.parse,
    object: () => ({}),
    list: () => [],
    buffer: (length) => new ArrayBuffer(length),
    error: (message) => new Error(message),
    promise: (executor) => new Promise(executor),
    promisePrototype: Promise.prototype,
  }
})`

interface Realm {
  parse: (json: string) => unknown
  object: () => Dictionary
  list: () => unknown[]
  buffer: (length: number) => ArrayBuffer
  error: (message: string) => Error
  promise: (executor: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void) => unknown
  promisePrototype: object
}

const isPlain = (value: unknown): value is Dictionary => {
  if (!isDictionary(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (isDictionary(value) && typeof value.stack === 'string') return describeError(value)
  const json = JSON.stringify(value) as string | undefined
  return json ?? String(value)
}

/** The realm the shipped JavaScript runs in: what WeChat's engine has and nothing of a browser or of Node. */
export class Sandbox {
  readonly globals: Dictionary = {}
  private readonly context: vm.Context
  private readonly realm: Realm
  private readonly timers: Timers
  private readonly stopWatching: () => void
  private ended = false

  /** `now`: the clock of the phone, epoch milliseconds. */
  constructor(
    private readonly reporter: Reporter,
    now: () => number,
    activity: Activity,
  ) {
    this.globals.console = this.console()
    this.timers = new Timers(reporter, now, activity)
    Object.assign(this.globals, this.timers.functions())
    this.context = vm.createContext(this.globals, { codeGeneration: { strings: false, wasm: false } })
    const makeRealm = this.run(REALM, 'realm.js') as (record: (what: string) => void, now: () => number) => Realm
    this.realm = makeRealm((what) => reporter.report.blockedCalls.push(what), now)
    this.stopWatching = watchRejections(this.realm.promisePrototype, (reason) => {
      if (!this.ended) reporter.fail('unhandledRejection', reason)
    })
  }

  get isClosed(): boolean {
    return this.ended
  }

  run(code: string, filename: string): unknown {
    return vm.runInContext(code, this.context, { filename })
  }

  parse(json: string): unknown {
    return this.realm.parse(json)
  }

  /** A copy made in the package's realm, as JSON would carry it; undefined stays undefined. */
  clone(value: unknown): unknown {
    const json = JSON.stringify(value) as string | undefined
    return json === undefined ? undefined : this.realm.parse(json)
  }

  /** The same value with its plain objects and lists made in the package's realm; functions and buffers stay as they are. */
  convert(value: unknown): unknown {
    if (Array.isArray(value)) {
      const list = this.realm.list()
      for (const one of value) list.push(this.convert(one))
      return list
    }
    if (!isPlain(value)) return value
    const object = this.realm.object()
    for (const [key, one] of Object.entries(value)) object[key] = this.convert(one)
    return object
  }

  newBuffer(bytes: Uint8Array): ArrayBuffer {
    const buffer = this.realm.buffer(bytes.byteLength)
    new Uint8Array(buffer).set(bytes)
    return buffer
  }

  newError(message: string): Error {
    return this.realm.error(message)
  }

  newPromise(executor: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void): unknown {
    return this.realm.promise(executor)
  }

  /** Runs `work` in a later turn, unless the run has been closed by then. */
  later(where: string, work: () => unknown): void {
    this.timers.start(where, work, 0)
  }

  /** The clock of the phone was moved on: what was to happen meanwhile happens now. */
  catchUp(): void {
    this.timers.catchUp()
  }

  close(): void {
    this.ended = true
    this.timers.close()
    // Promises that are settling now are still told of in this turn.
    setImmediate(this.stopWatching)
  }

  private console(): Dictionary {
    const log =
      (level: string): Callable =>
      (...given) => {
        const text = given.map(printed).join(' ').slice(0, 600)
        this.reporter.report.console.push({ level, text })
        if (level === 'error') this.reporter.fail('console.error', text)
      }
    return Object.fromEntries(['log', 'info', 'debug', 'warn', 'error'].map((level) => [level, log(level)]))
  }
}
