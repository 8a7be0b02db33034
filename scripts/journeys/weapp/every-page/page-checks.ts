import type { WeappApp } from '../../../weapp-runner'
import type { ViewElement } from '../../../weapp-runner/view-layer/tree'
import { nameOf } from '../../../weapp-runner/view-layer/roles'
import { hasRole, hear, isClass } from './heard'
import * as rules from './rules'

export const MODES = ['ordinary', 'elder'] as const
export type Mode = (typeof MODES)[number]

/** Everything about a page of the package that breaks a rule for those who hear it (interface design, "Rules that are checked"). */
export function faultsHeard(root: ViewElement): string[] {
  const page = hear(root)
  return Object.values(rules).flatMap((rule) => rule(page))
}

/** The same of the page on top, and whether it is in that mode and has its heading as title. */
export function pageFaults(app: WeappApp, mode: Mode): string[] {
  const { all } = hear(app.view())
  const heading = all.find(hasRole('heading'))
  const isTitle = (name: string): boolean =>
    app.report.ui.some(({ api, options }) => api === 'setNavigationBarTitle' && options['title'] === name)
  // The page that asks for consent is the one that was opened.
  const isConsent = all.some(({ attrs }) => attrs['openType'] === 'agreePrivacyAuthorization')
  const isElder = all.some((one) => isClass(one, 'ov-elder'))
  return [
    ...faultsHeard(app.view()),
    ...(isConsent || (heading && isTitle(nameOf(heading))) ? [] : ['the title of the page is not its heading']),
    ...(isElder === (mode === 'elder') ? [] : [`the page is not in ${mode} mode`]),
  ]
}
