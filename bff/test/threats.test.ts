import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const BFF = path.join(__dirname, '..')
const ROOT = path.join(BFF, '..')
const text = readFileSync(path.join(BFF, 'THREATS.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
/** Where nobody tries what a row says, the row says nothing. */
const tried = text
  .split('\n')
  .filter((line) => /^\| (?!-|somebody …)/.test(line))
  .map((line) => ({ line, named: [...(line.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) }))

const exists = (name: string): boolean => {
  const command = /^npm run ([\w:-]+)/.exec(name)?.[1]
  if (command !== undefined) return command in scripts
  return /\.test\.ts$/.test(name) && existsSync(path.join(/^(?:scripts|shared|miniapp)\//.test(name) ? ROOT : BFF, name))
}

test('every threat names tests that are there', () => {
  expect(tried.length).toBeGreaterThan(15)
  expect(tried.filter(({ named }) => named.length === 0).map(({ line }) => line)).toEqual([])
  expect(tried.flatMap(({ named }) => named).filter((name) => !exists(name))).toEqual([])
})
