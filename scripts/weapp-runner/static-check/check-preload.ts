import { weChatLimits } from '../limits'
import { MAIN_PACKAGE, type PackageFiles } from '../package-files'
import type { Findings } from './findings'

const NETWORKS = ['all', 'wifi']

/** What is loaded ahead: by pages that exist, of subpackages that exist, and for all pages of one package together within WeChat's limit. */
export function checkPreload(files: PackageFiles, sizes: Readonly<Record<string, number>>, findings: Findings): void {
  const ahead = new Map<string, Set<string>>()
  for (const { page, network, roots } of files.app.preload) {
    if (!files.pages.includes(page)) findings.error('app.json', `preloadRule names ${page}, which is no page`)
    if (!NETWORKS.includes(network)) findings.error('app.json', `preloadRule of ${page} has the network ${network}`)
    const owner = files.packageOf(page)
    const loaded = ahead.get(owner) ?? new Set()
    ahead.set(owner, loaded)
    for (const root of roots) {
      if (root !== MAIN_PACKAGE && !files.app.subpackages.some((one) => one.root === root))
        findings.error('app.json', `preloadRule of ${page} names ${root}, which is no subpackage`)
      loaded.add(root)
    }
  }
  for (const [owner, roots] of ahead) {
    const bytes = [...roots].reduce((sum, root) => sum + (sizes[root] ?? 0), 0)
    if (bytes > weChatLimits.preloadBytes)
      findings.error('app.json', `pages of ${owner} preload ${(bytes / 1024).toFixed(0)} KB, WeChat takes 2048 KB`)
  }
}
