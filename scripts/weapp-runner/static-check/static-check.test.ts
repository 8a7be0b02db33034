import fs from 'node:fs'
import path from 'node:path'
import { mutantsOf } from '../testing/mutants'
import { makeSamplePackage, removePackage, type PackageContent } from '../testing/sample-package'
import { checkPackage, type CheckOptions, type PackageCheck } from '.'

const check = (changes: PackageContent = {}, options: CheckOptions = {}): PackageCheck => {
  const dist = makeSamplePackage(changes)
  try {
    return checkPackage(dist, options)
  } finally {
    removePackage(dist)
  }
}

const appJsonOfSample = (): string => {
  const dist = makeSamplePackage()
  try {
    return fs.readFileSync(path.join(dist, 'app.json'), 'utf8')
  } finally {
    removePackage(dist)
  }
}

const mutants = mutantsOf(appJsonOfSample())

test('the good package has no finding, and its sizes are given by package', () => {
  const good = check()
  expect(good).toMatchObject({ errors: [], warnings: [], pages: 5 })
  expect(Object.keys(good.sizes).sort()).toEqual(['(main)', 'packages/slots/'])
})

test('there are 21 mutants', () => {
  expect(mutants).toHaveLength(21)
})

test.each(mutants)('notices $name', ({ changes, finding }) => {
  expect(check(changes).errors).toContainEqual(expect.stringMatching(finding))
})

test('holds packages against our own budget', () => {
  const { errors } = check({}, { budget: { mainBytes: 1000, subpackageBytes: 100 } })
  expect(errors).toEqual([expect.stringMatching(/^\(main\): /), expect.stringMatching(/^packages\/slots\/: /)])
})

const withPreload = (preloadRule: object, more: PackageContent = {}): readonly string[] =>
  check({ 'app.json': JSON.stringify({ ...(JSON.parse(appJsonOfSample()) as object), preloadRule }), ...more }).errors

test('subpackages may be loaded ahead, by their root or from the main package', () => {
  const rule = { 'pages/home/index': { network: 'all', packages: ['packages/slots', '__APP__'] } }
  expect(withPreload(rule)).toEqual([])
})

test.each([
  [{ 'pages/nope/index': { packages: ['packages/slots'] } }, /pages\/nope\/index, which is no page/],
  [{ 'pages/home/index': { packages: ['packages/nope'] } }, /packages\/nope\/, which is no subpackage/],
  [{ 'pages/home/index': { network: '4g', packages: ['packages/slots'] } }, /has the network 4g/],
])('a rule like %j is noticed', (rule, finding) => {
  expect(withPreload(rule)).toEqual([expect.stringMatching(finding)])
})

test('more loaded ahead by all pages of one package together than WeChat takes is noticed', () => {
  const heavy = { 'packages/slots/heavy.js': `module.exports="${'x'.repeat(1.9 * 1024 * 1024)}"` }
  const slots = { packages: ['packages/slots'] }
  expect(withPreload({ 'pages/home/index': slots, 'pages/me/index': slots }, heavy)).toEqual([])
  expect(withPreload({ 'pages/home/index': slots, 'pages/me/index': { packages: ['__APP__'] } }, heavy)).toEqual([])
  const heavyMain = { ...heavy, 'pages/home/heavy.js': heavy['packages/slots/heavy.js'] }
  expect(withPreload({ 'pages/home/index': slots, 'pages/me/index': { packages: ['__APP__'] } }, heavyMain)).toEqual([
    expect.stringMatching(/pages of \(main\) preload \d+ KB/),
  ])
})

test('an insecure address of an allowed host is no error', () => {
  expect(
    check({ 'text.js': 'module.exports = { base: "http://counter.test/" }' }, { allowHosts: ['counter.test'] }).errors,
  ).toEqual([])
})

test('dynamic code inside a try is a warning, as libraries probe for it', () => {
  const { errors, warnings } = check({ 'more.js': 'try { Function("return this")() } catch {}' })
  expect(errors).toEqual([])
  expect(warnings).toContainEqual(expect.stringMatching(/a try stands around it/))
})

test('syntax newer than the phones in use is an error', () => {
  const changes = { 'more.js': 'module.exports = (a) => a?.b' }
  expect(check(changes).errors).toEqual([])
  expect(check(changes, { ecmaVersion: 2018 }).errors).toContainEqual(expect.stringMatching(/ES2018/))
})

test('a page nothing leads to is a warning', () => {
  const { warnings } = check({ 'text.js': 'module.exports = { shout: (text) => text }', 'app.js': 'App({})' })
  expect(warnings).toEqual(['app.json: page pages/phone/index is not linked from anywhere'])
})

test('a folder without app.json is refused with its name', () => {
  expect(() => checkPackage('no-such-folder')).toThrow(/no-such-folder is not a built WeChat package/)
})
