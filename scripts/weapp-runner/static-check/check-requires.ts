import path from 'node:path'
import { MAIN_PACKAGE, type PackageFiles } from '../package-files'
import type { Findings } from './findings'

/** Every required module exists, in the main package or in the package of the script that requires it. */
export function checkRequires(files: PackageFiles, findings: Findings): void {
  for (const file of files.withEnding('.js')) {
    for (const [, target = ''] of files.read(file).matchAll(/require\(["'](\.[^"']+)["']\)/g)) {
      const module = path.posix.join(path.posix.dirname(file), target).replace(/(\.js)?$/, '.js')
      const owner = files.packageOf(module)
      if (!files.has(module)) findings.error(file, `require ${target} is not in the package`)
      else if (owner !== MAIN_PACKAGE && owner !== files.packageOf(file))
        findings.error(file, `requires ${module} of another package`)
    }
  }
}
