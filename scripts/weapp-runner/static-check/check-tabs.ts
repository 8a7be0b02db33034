import { weChatLimits } from '../limits'
import type { PackageFiles } from '../package-files'
import type { Findings } from './findings'

/** The tab bar: two to five pages of the main package, with icons that exist and are small enough. */
export function checkTabs(files: PackageFiles, findings: Findings): void {
  const { tabs, mainPages } = files.app
  if (!tabs) return
  const { least, most } = weChatLimits.tabs
  if (tabs.length < least || tabs.length > most) {
    findings.error('app.json', `tabBar has ${String(tabs.length)} items, WeChat takes ${String(least)} to ${String(most)}`)
  }
  for (const { pagePath, icons } of tabs) {
    if (!mainPages.includes(pagePath)) findings.error('app.json', `tab ${pagePath} is not a page of the main package`)
    for (const icon of icons) {
      if (!files.has(icon)) findings.error('app.json', `tab icon ${icon} is missing`)
      else if (files.size(icon) > weChatLimits.tabIconBytes) findings.error('app.json', `tab icon ${icon} is larger than 40 KB`)
    }
  }
}
