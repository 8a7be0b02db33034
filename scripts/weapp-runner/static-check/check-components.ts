import path from 'node:path'
import { asDictionary, asText } from '../dynamic'
import { resolveInPackage, type PackageFiles } from '../package-files'
import type { Findings } from './findings'

const isElsewhere = (target: string): boolean => /^(plugin|ext|dynamicLib):/.test(target)

/** Every component that a JSON file names exists. */
export function checkComponents(files: PackageFiles, findings: Findings): void {
  for (const file of files.withEnding('.json')) {
    for (const [tag, given] of Object.entries(asDictionary(files.json(file).usingComponents))) {
      const target = asText(given)
      const component = resolveInPackage(target, path.posix.dirname(file))
      if (!isElsewhere(target) && !files.has(`${component}.json`) && !files.has(`${component}/index.json`)) {
        findings.error(file, `component ${tag} → ${target} is not in the package`)
      }
    }
  }
}
