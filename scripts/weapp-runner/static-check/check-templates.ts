import path from 'node:path'
import { compileTemplates } from '../compiler'
import { resolveInPackage, type PackageFiles } from '../package-files'
import { builtInTags } from './built-in-tags'
import type { Findings } from './findings'

/** Taro writes templates for every component of every platform into this file; only those a page uses are ever shown. */
const TARO_TEMPLATES = 'base.wxml'

function checkTags(file: string, wxml: string, files: PackageFiles, findings: Findings): void {
  const own = files.componentsOf(file.replace(/\.wxml$/, ''))
  const used = new Set([...wxml.matchAll(/<([a-zA-Z][\w-]*)/g)].map(([, tag]) => tag ?? ''))
  for (const tag of used) {
    if (builtInTags.has(tag) || own.has(tag)) continue
    const message = `<${tag}> is not a mini-program component`
    if (file !== TARO_TEMPLATES) findings.error(file, message)
    else if (tag !== 'comp') findings.warn(file, message)
  }
}

function checkImports(file: string, wxml: string, files: PackageFiles, findings: Findings): void {
  for (const [, target = ''] of wxml.matchAll(/<(?:import|include)\s+src="([^"]+)"/g)) {
    if (!files.has(resolveInPackage(target, path.posix.dirname(file))))
      findings.error(file, `import ${target} is not in the package`)
  }
}

/** Every WXML and WXS file compiles with WeChat's wcc, and uses only components and imports that exist. */
export function checkTemplates(files: PackageFiles, findings: Findings): void {
  try {
    compileTemplates(files)
  } catch (thrown) {
    findings.error('wcc', thrown instanceof Error ? thrown.message : String(thrown))
  }
  for (const file of files.withEnding('.wxml')) {
    const wxml = files.read(file)
    checkTags(file, wxml, files, findings)
    checkImports(file, wxml, files, findings)
  }
}
