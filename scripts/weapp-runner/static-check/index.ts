import { PackageFiles } from '../package-files'
import { checkComponents } from './check-components'
import { Findings } from './findings'
import { checkLinks } from './check-links'
import { checkPages } from './check-pages'
import { checkPreload } from './check-preload'
import { checkRequires } from './check-requires'
import { checkScript, parseScript, type EcmaVersion } from './check-scripts'
import { checkSizes, type SizeBudget } from './check-sizes'
import { checkStyles } from './check-styles'
import { checkTabs } from './check-tabs'
import { checkTemplates } from './check-templates'

export interface CheckOptions {
  /** Newest ECMAScript the phones in use must read; 2020 unless said otherwise. */
  ecmaVersion?: EcmaVersion
  /** Hosts that may be named with http or ws, for builds that talk to a developer's machine. */
  allowHosts?: readonly string[]
  /** Our own sizes, below WeChat's. */
  budget?: SizeBudget
}

export interface PackageCheck {
  errors: readonly string[]
  warnings: readonly string[]
  /** Bytes by package root; `(main)` is the main package. Source maps are not counted. */
  sizes: Readonly<Record<string, number>>
  totalBytes: number
  pages: number
  files: number
}

/** Checks a built package without running it. Finds what the upload refuses and what fails only on a phone. */
export function checkPackage(dist: string, options: CheckOptions = {}): PackageCheck {
  const { ecmaVersion = 2020, allowHosts = [], budget = {} } = options
  const files = new PackageFiles(dist)
  const findings = new Findings()
  for (const { file, message } of files.invalidJson) findings.error(file, `invalid JSON: ${message}`)
  checkPages(files, findings)
  checkTabs(files, findings)
  checkComponents(files, findings)
  const sizes = checkSizes(files, findings, budget)
  checkPreload(files, sizes, findings)
  checkTemplates(files, findings)
  checkStyles(files, findings)
  const texts = files.withEnding('.js').flatMap((file) => {
    const script = parseScript(file, files.read(file), ecmaVersion, findings)
    return script ? checkScript(script, allowHosts, findings) : []
  })
  checkRequires(files, findings)
  checkLinks(files, texts, findings)
  const totalBytes = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)
  const { errors, warnings } = findings
  return { errors, warnings, sizes, totalBytes, pages: files.pages.length, files: files.list.length }
}
