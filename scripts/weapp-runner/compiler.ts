import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { asDictionary } from './dynamic'
import type { PackageFiles } from './package-files'

const LARGEST_OUTPUT = 256 * 1024 * 1024
const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac' }

/** WeChat's own compiler, which the npm package `miniprogram-compiler` brings as a program for Linux and macOS on x64. */
function compilerProgram(name: 'wcc' | 'wcsc'): string {
  const folder = folders[process.platform]
  if (!folder) throw new Error(`WeChat's compiler ${name} runs on Linux and macOS only, not on ${process.platform}`)
  const program = path.join(path.dirname(require.resolve('miniprogram-compiler')), 'bin', folder, name)
  try {
    // npm unpacks the program without the right to execute it.
    fs.chmodSync(program, 0o755)
  } catch (thrown) {
    if (!isExecutable(program)) throw new Error(`${program} must be executable: chmod +x it`, { cause: thrown })
  }
  return program
}

function isExecutable(program: string): boolean {
  try {
    fs.accessSync(program, fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}

function runCompiler(name: 'wcc' | 'wcsc', given: string[], dist: string): string {
  const ended = spawnSync(compilerProgram(name), given, { cwd: dist, maxBuffer: LARGEST_OUTPUT, encoding: 'utf8' })
  if (ended.error) throw new Error(`${name} cannot run on ${process.platform} ${process.arch}: ${ended.error.message}`)
  // wcsc names a missing import on stderr and still ends with 0.
  if (ended.status !== 0 || ended.stderr.includes('ERR'))
    throw new Error(ended.stderr.trim() || `${name} ended with ${String(ended.status)}`)
  return ended.stdout
}

/** "count, then per unit: file, number of components, their tags": how wcc is told which tags are custom components. */
function componentTable(files: PackageFiles, templates: string[]): string {
  const rows = templates.flatMap((template) => {
    const tags = Object.keys(asDictionary(files.json(template.replace(/wxml$/, 'json')).usingComponents))
    return tags.length > 0 ? [[template, tags.length, ...tags]] : []
  })
  return [rows.length, ...rows.flat()].join(' ')
}

/** Compiles every WXML and WXS file; the result is a script that defines `$gwx`. Throws with wcc's own words. */
export function compileTemplates(files: PackageFiles): string {
  const templates = files.withEnding('.wxml')
  const table = componentTable(files, templates)
  return runCompiler('wcc', ['-d', '-cc', table, ...templates, ...files.withEnding('.wxs'), '-gn', '$gwx'], files.dist)
}

/** Compiles every WXSS file, only to learn whether it compiles. Throws with wcsc's own words. */
export function compileStyles(files: PackageFiles): void {
  const styles = files.withEnding('.wxss').map((file) => `./${file}`)
  if (styles.length > 0) runCompiler('wcsc', ['-db', '-pc', String(styles.length), ...styles], files.dist)
}
