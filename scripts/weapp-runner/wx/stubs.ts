import simulated from 'miniprogram-simulate/src/api'
import { asDictionary, isCallable, type Dictionary } from '../dynamic'
import type { Sandbox } from '../logic-layer/sandbox'
import type { Reporter } from '../report'
import type { ApiCalls } from './calls'
import { isPrivacyApi } from './privacy'

/** The rest of wx: named as in WeChat, doing nothing, and noted in `report.stubbedApis` when called. */
export function stubApis(calls: ApiCalls, sandbox: Sandbox, reporter: Reporter): Dictionary {
  const entries = Object.entries(asDictionary(simulated)).map(([name, value]) => {
    if (!isCallable(value)) return [name, sandbox.clone(value)]
    const answerOk = calls.asynchronous(name, () => ({}))
    const stub = (...given: unknown[]): unknown => {
      reporter.report.stubbedApis.add(name)
      const options = asDictionary(given[0])
      const hasCallbacks = ['success', 'fail', 'complete'].some((one) => isCallable(options[one]))
      return hasCallbacks || isPrivacyApi(name) ? answerOk(options) : sandbox.convert(value(...given))
    }
    return [name, stub]
  })
  return Object.fromEntries(entries) as Dictionary
}
