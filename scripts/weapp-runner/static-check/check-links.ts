import path from 'node:path'
import type { PackageFiles } from '../package-files'
import type { TextInScript } from './check-scripts'
import type { Findings } from './findings'

/** Scripts name a page by its whole address, or by its folder where one function makes all addresses of a feature. */
const namesPage = (text: string, page: string): boolean =>
  text.replace(/^\//, '').startsWith(page) || text === path.posix.basename(path.posix.dirname(page))

/** Pages no script and no template names: reachable by QR code or sharing only, or forgotten. */
export function checkLinks(files: PackageFiles, texts: readonly TextInScript[], findings: Findings): void {
  const templates = files.withEnding('.wxml').map((file) => ({ file, text: files.read(file) }))
  const isLinked = (page: string): boolean =>
    texts.some(({ file, text }) => file !== `${page}.js` && file !== 'app.js' && namesPage(text, page)) ||
    templates.some(({ file, text }) => file !== `${page}.wxml` && text.includes(page))
  for (const page of files.pages.slice(1)) {
    if (!files.isTab(page) && !isLinked(page)) findings.warn('app.json', `page ${page} is not linked from anywhere`)
  }
}
