import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Each rule: what must not stand in a file, and in which files to look. Words are split so that this file passes its own check. */
const RULES = [
  { why: 'the address of a package registry', pattern: /registry\.[a-z]+\.(?:org|com)|npmmirror\.com/, files: /./ },
  { why: "a path of one person's machine", pattern: /(?:^|[^\w.])\/(?:home|Users|root|work)\/[\w.-]/m, files: /./ },
  { why: 'a download host in the lock file', pattern: /"resolved": "https?:/, files: /package-lock\.json$/ },
  {
    why: 'a test switched off or on alone',
    pattern: /\b(?:it|test|describe)\.(?:only|skip|todo)\b|\bx(?:it|describe)\(/,
    files: /\.test\.tsx?$/,
  },
  { why: 'a check silenced in the code', pattern: /@ts-(?:ignore|nocheck)|eslint-disable/, files: /\.(?:ts|tsx|mjs|cjs)$/ },
]
/** The rules themselves and what tests them name what they look for. */
const EXEMPT = /^scripts\/setup\/hygiene|^scripts\/config\/|^scripts\/git-hooks\//
const BINARY = /\.(?:png|jpe?g|ico|woff2?|ttf|gz|br)$/

/** Lines that break a rule, as `file:line why`. */
export function findHygieneFaults(file, text) {
  if (EXEMPT.test(file)) return []
  const lines = text.split('\n')
  return RULES.filter((rule) => rule.files.test(file)).flatMap((rule) =>
    lines.flatMap((line, index) => (rule.pattern.test(line) ? [`${file}:${index + 1} ${rule.why}`] : [])),
  )
}

/** Files that git tracks or would track, so that a fault is seen before it is committed. */
export function projectFiles(root) {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  return output.split('\0').filter((file) => file !== '' && !BINARY.test(file))
}

export function checkHygiene(root) {
  return projectFiles(root).flatMap((file) => {
    try {
      return findHygieneFaults(file, readFileSync(path.join(root, file), 'utf8'))
    } catch (error) {
      // A tracked file that was deleted in the working tree.
      if (error.code === 'ENOENT') return []
      throw error
    }
  })
}
