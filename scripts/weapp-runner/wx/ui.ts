import type { Answers } from '../answers'
import { asText, isCallable, type Dictionary } from '../dynamic'
import type { Reporter } from '../report'
import { ApiFailure, type ApiCalls, type ApiWork } from './calls'

const SILENT = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'pageScrollTo',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'openPrivacyContract',
  'previewImage',
  'openSetting',
  'openDocument',
] as const

/** What the package gave, without its callbacks. */
export const optionsOnly = (options: Dictionary): Dictionary =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => !isCallable(value)))

/** WeChat's own answer to an option of the wrong type. */
export function requireOption(options: Dictionary, name: string, type: 'string' | 'number'): void {
  if (typeof options[name] !== type) throw new ApiFailure(`parameter error: parameter.${name} should be ${type}`)
}

/** What WeChat shows or does outside the page. Everything is noted in `report.ui`; `answers` says what the person does. */
export function uiApis(calls: ApiCalls, reporter: Reporter, answers: Answers): Dictionary {
  let clipboard = ''
  const shown = (api: string, work: ApiWork = () => ({})): [string, unknown] => [
    api,
    calls.asynchronous(api, (options) => {
      reporter.report.ui.push({ api, options: optionsOnly(options) })
      return work(options)
    }),
  ]
  return Object.fromEntries([
    ...SILENT.map((api) => shown(api)),
    shown('showModal', () => ({ confirm: answers.modal, cancel: !answers.modal })),
    shown('showActionSheet', () => {
      if (answers.actionSheet === null) throw new ApiFailure('cancel')
      return { tapIndex: answers.actionSheet }
    }),
    shown('scanCode', () => {
      if (answers.scan === null) throw new ApiFailure('cancel')
      const rawData = Buffer.from(answers.scan).toString('base64')
      return { result: answers.scan, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData }
    }),
    shown('makePhoneCall', (options) => {
      requireOption(options, 'phoneNumber', 'string')
    }),
    shown('openLocation', (options) => {
      requireOption(options, 'latitude', 'number')
      requireOption(options, 'longitude', 'number')
    }),
    shown('setClipboardData', (options) => {
      requireOption(options, 'data', 'string')
      clipboard = asText(options.data)
    }),
    shown('getClipboardData', () => ({ data: clipboard })),
  ])
}
