import type { PackageFiles } from '../package-files'
import type { Findings } from './findings'

/** Every page of app.json has its files and is listed once. */
export function checkPages(files: PackageFiles, findings: Findings): void {
  const { pages } = files
  if (pages.length === 0) findings.error('app.json', 'lists no page')
  for (const page of pages) {
    for (const ending of ['.js', '.wxml', '.json']) {
      if (!files.has(page + ending)) findings.error('app.json', `page ${page} has no ${ending} file`)
    }
  }
  for (const page of new Set(pages.filter((one, index) => pages.indexOf(one) !== index))) {
    findings.error('app.json', `page ${page} is listed twice`)
  }
}
