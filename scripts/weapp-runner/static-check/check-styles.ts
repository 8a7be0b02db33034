import { compileStyles } from '../compiler'
import type { PackageFiles } from '../package-files'
import type { Findings } from './findings'

/** Every WXSS file compiles with WeChat's wcsc, imports included. */
export function checkStyles(files: PackageFiles, findings: Findings): void {
  try {
    compileStyles(files)
  } catch (thrown) {
    findings.error('wcsc', thrown instanceof Error ? thrown.message : String(thrown))
  }
}
