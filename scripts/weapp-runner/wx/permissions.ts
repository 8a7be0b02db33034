import type { Answers } from '../answers'
import type { Dictionary } from '../dynamic'
import type { Reporter } from '../report'
import { ApiFailure, type ApiCalls } from './calls'
import { optionsOnly, requireOption } from './ui'

/** Two decimals: the fuzzy position is right to about a kilometre. */
const fuzzy = (degrees: number): number => Math.round(degrees * 100) / 100

const denied = (): ApiFailure => new ApiFailure('auth deny', { errno: 103 })

/**
 * What WeChat does only with a leave of its own, beside the privacy contract: the position (scope.userLocation,
 * scope.userFuzzyLocation) and the calendar (scope.addPhoneCalendar). Refusing is remembered; it is taken back in the settings only.
 * Sources: developers.weixin.qq.com, "授权", "wx.getFuzzyLocation", "wx.addPhoneCalendar".
 */
export function permissionApis(calls: ApiCalls, reporter: Reporter, answers: Answers, declared: readonly string[]): Dictionary {
  const locate = (api: string, rounded: (degrees: number) => number) =>
    calls.asynchronous(api, (options) => {
      if (!declared.includes(api))
        throw new ApiFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
      reporter.report.ui.push({ api, options: optionsOnly(options) })
      if (!answers.location) throw denied()
      const { latitude, longitude } = answers.location
      return { latitude: rounded(latitude), longitude: rounded(longitude) }
    })
  return {
    getFuzzyLocation: locate('getFuzzyLocation', fuzzy),
    getLocation: locate('getLocation', (degrees) => degrees),
    addPhoneCalendar: calls.asynchronous('addPhoneCalendar', (options) => {
      requireOption(options, 'title', 'string')
      requireOption(options, 'startTime', 'number')
      reporter.report.ui.push({ api: 'addPhoneCalendar', options: optionsOnly(options) })
      if (!answers.calendar) throw denied()
    }),
  }
}
