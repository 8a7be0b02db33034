import type { Activity } from '../activity'
import { asDictionary, callIfPresent, isCallable, type Callable, type Dictionary } from '../dynamic'
import type { Sandbox } from '../logic-layer/sandbox'
import type { Reporter } from '../report'

/** Why an API says "fail": the text after `fail `, and what WeChat adds (`errno`, `errCode`). */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly extra: Dictionary = {},
  ) {
    super(message)
  }
}

export type ApiWork = (options: Dictionary) => unknown

/** Asked before each asynchronous API: a failure refuses the call. */
export type Gate = (api: string) => Promise<ApiFailure | null>

interface Outcome {
  ok: boolean
  answer: Dictionary
  /** To be called when the package has been told. */
  ended: () => void
}

const failed = (name: string, thrown: unknown): Omit<Outcome, 'ended'> => {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { ok: false, answer: { errMsg: `${name}:fail ${message}`, ...(thrown instanceof ApiFailure ? thrown.extra : {}) } }
}

/** Makes wx functions that answer as WeChat's: through success, fail and complete, or a promise when none is given. */
export class ApiCalls {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly reporter: Reporter,
    private readonly activity: Activity,
    private readonly gate: Gate,
  ) {}

  asynchronous(name: string, work: ApiWork): Callable {
    return (given) => {
      const options = asDictionary(given)
      const outcome = this.outcomeOf(name, options, work)
      if (!['success', 'fail', 'complete'].some((one) => isCallable(options[one]))) return this.asPromise(name, outcome)
      void outcome.then((result) => {
        this.tell(name, options, result)
      })
      return undefined
    }
  }

  private async outcomeOf(name: string, options: Dictionary, work: ApiWork): Promise<Outcome> {
    // The gate may wait for a person: only what comes after it counts as being busy.
    const refusal = await this.gate(name)
    const ended = this.activity.begin()
    if (refusal) return { ...failed(name, refusal), ended }
    try {
      return { ok: true, answer: { errMsg: `${name}:ok`, ...asDictionary(await work(options)) }, ended }
    } catch (thrown) {
      return { ...failed(name, thrown), ended }
    }
  }

  private tell(name: string, options: Dictionary, { ok, answer, ended }: Outcome): void {
    this.sandbox.later(name, () => {
      const result = this.sandbox.convert(answer)
      this.reporter.guard(`wx.${name}`, () => callIfPresent(options, ok ? 'success' : 'fail', result))
      this.reporter.guard(`wx.${name}`, () => callIfPresent(options, 'complete', result))
      ended()
    })
  }

  private asPromise(name: string, outcome: Promise<Outcome>): unknown {
    return this.sandbox.newPromise((resolve, reject) => {
      void outcome.then(({ ok, answer, ended }) => {
        this.sandbox.later(name, () => {
          ;(ok ? resolve : reject)(this.sandbox.convert(answer))
          ended()
        })
      })
    })
  }
}
