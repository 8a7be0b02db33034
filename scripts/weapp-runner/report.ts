import { callIfPresent, describeError, type Dictionary } from './dynamic'

export interface RunError {
  /** What was running: a page and its event, an API, a life-cycle function. */
  where: string
  message: string
}

export interface RequestRecord {
  method: string
  url: string
  page: string
  status?: number
  bytesOut: number
  bytesIn: number
  error?: string
}

/** Something WeChat would have shown or done outside the page: a toast, a dialogue, a call, a map. */
export interface UiEvent {
  api: string
  options: Dictionary
}

export interface Report {
  /** Thrown errors, console.error, unhandled rejections, refused requests: must be empty in a good run. */
  errors: RunError[]
  warnings: string[]
  console: { level: string; text: string }[]
  requests: RequestRecord[]
  ui: UiEvent[]
  /** `eval` and `new Function` that were tried, also when the package caught the refusal. */
  blockedCalls: string[]
  /** APIs the runner has no behaviour for: they answer "ok" and do nothing. */
  stubbedApis: Set<string>
}

const LONGEST_MESSAGE = 900

/** Collects what goes wrong in the package, and tells the package's `App.onError` as WeChat does. */
export class Reporter {
  readonly report: Report = {
    errors: [],
    warnings: [],
    console: [],
    requests: [],
    ui: [],
    blockedCalls: [],
    stubbedApis: new Set(),
  }
  private app: Dictionary = {}

  tellApp(app: Dictionary): void {
    this.app = app
  }

  fail(where: string, thrown: unknown): void {
    const message = describeError(thrown).slice(0, LONGEST_MESSAGE)
    this.report.errors.push({ where, message })
    try {
      callIfPresent(this.app, 'onError', message)
    } catch (second) {
      this.report.errors.push({ where: 'App.onError', message: describeError(second).slice(0, LONGEST_MESSAGE) })
    }
  }

  /** Runs code of the package: what it throws is reported and does not stop the run. */
  guard(where: string, work: () => unknown): unknown {
    try {
      return work()
    } catch (thrown) {
      this.fail(where, thrown)
      return undefined
    }
  }
}
