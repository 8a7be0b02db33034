import { plantProject } from './planted-project'

const longFile = 'export const a = 1\n'.repeat(251)
const longFunction = `export function long(): number {\n  let n = 0\n${'  n += 1\n'.repeat(60)}  return n\n}\n`

/** Each file breaks the rule beside it. */
const FAULTS: Readonly<Record<string, readonly [rule: string, content: string]>> = {
  'bff/src/features/a/reads-environment.ts': [
    'no-restricted-syntax',
    'declare const process: { env: Record<string, string> }\nexport const a = process.env["A"]\n',
  ],
  'miniapp/src/features/a/reads-taro-env.ts': [
    'no-restricted-syntax',
    'declare const process: { env: { TARO_ENV: string } }\nexport const a = process.env.TARO_ENV\n',
  ],
  'bff/src/features/a/default-export.ts': ['no-restricted-syntax', 'export default 1\n'],
  'bff/src/features/a/a.test.ts': ['no-restricted-syntax', 'declare const it: { only(name: string): void }\nit.only("alone")\n'],
  'bff/src/features/a/prints.ts': ['no-console', 'console.log("x")\n'],
  'bff/src/features/a/calls-out.ts': ['no-restricted-globals', 'export const a = (): unknown => fetch("http://x")\n'],
  'bff/src/features/a/any.ts': ['@typescript-eslint/no-explicit-any', 'export const a: any = 1\n'],
  'bff/src/features/a/forgotten-promise.ts': [
    '@typescript-eslint/no-floating-promises',
    'export function a(): void {\n  Promise.resolve(1)\n}\n',
  ],
  'bff/src/features/a/silenced.ts': ['@typescript-eslint/no-explicit-any', '/* eslint-disable */\nexport const a: any = 1\n'],
  'shared/src/a/long-file.ts': ['max-lines', longFile.replace(/a = 1/g, () => `a${Math.random().toString(36).slice(2)} = 1`)],
  'shared/src/a/long-function.ts': ['max-lines-per-function', longFunction],
  'miniapp/src/features/a/use-conditionally.ts': [
    'react-hooks/rules-of-hooks',
    'declare function useState(): number\nexport function useA(on: boolean): number {\n  if (on) return useState()\n  return 0\n}\n',
  ],
}

const ALLOWED = {
  'bff/src/platform/config.ts': 'declare const process: { env: Record<string, string> }\nexport const a = process.env["A"]\n',
  'miniapp/src/platform/target.ts':
    'declare const process: { env: { TARO_ENV: string } }\nexport const a = process.env.TARO_ENV\n',
  'miniapp/src/features/a/pages/start/index.tsx': 'export default function Start(): null {\n  return null\n}\n',
}

interface LintedFile {
  filePath: string
  messages: { ruleId: string | null; message: string }[]
}

let linted: LintedFile[]
const rulesBrokenBy = (file: string): (string | null)[] =>
  linted.find(({ filePath }) => filePath.endsWith(file))?.messages.map(({ ruleId }) => ruleId) ?? ['not linted']

beforeAll(() => {
  const contents = Object.entries(FAULTS).map(([file, [, content]]) => [file, content] as const)
  const project = plantProject({ ...Object.fromEntries(contents), ...ALLOWED })
  linted = JSON.parse(
    project.run('eslint/bin/eslint.js', ['--config', 'scripts/config/eslint.config.mjs', '--format', 'json', '.']),
  ) as LintedFile[]
  project.remove()
}, 120_000)

test.each(Object.entries(FAULTS).map(([file, [rule]]) => [rule, file]))('%s refuses %s', (rule, file) => {
  expect(rulesBrokenBy(file)).toContain(rule)
})

test.each(Object.keys(ALLOWED))('%s may do so', (file) => {
  expect(rulesBrokenBy(file)).toEqual([])
})
