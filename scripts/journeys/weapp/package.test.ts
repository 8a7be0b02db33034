import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkPackage } from '../../weapp-runner'
import { PackageFiles } from '../../weapp-runner/package-files'
import { PACKAGE, readPackage, requirePackage, scriptsWith, SIZE_BUDGET } from './built-package'

/** Names that zod and its compiled checks cannot be without: minifiers keep properties and the texts of errors. */
const ZOD = /ZodError|_zod\b|zod\.dev|invalid_union|safeParse|unrecognized_keys/
const FOUR_MB = 4 * 1024 * 1024

beforeAll(() => {
  requirePackage()
})

/** Runs `story` on a copy of the package. */
function withCopy(story: (dist: string) => void): void {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  try {
    fs.cpSync(PACKAGE, dist, { recursive: true })
    story(dist)
  } finally {
    fs.rmSync(dist, { recursive: true })
  }
}

test('WeChat would take the package, and every part is within our own sizes', () => {
  const { errors, sizes, totalBytes } = checkPackage(PACKAGE, { budget: SIZE_BUDGET })
  expect(errors).toEqual([])
  expect(Object.keys(sizes).sort()).toEqual([
    '(main)',
    'features/appointments/',
    'features/catalogue/',
    'features/cross-province/',
    'features/family/',
    'features/health-code/',
    'features/identity/',
    'features/licences/',
    'features/progress/',
    'features/proxy/',
    'features/staff/',
    'features/volunteer/',
  ])
  expect(totalBytes).toBeLessThan(FOUR_MB)
})

test('a package that grows too large is noticed', () => {
  withCopy((dist) => {
    fs.writeFileSync(path.join(dist, 'features/staff/large.js'), `'${'x'.repeat(SIZE_BUDGET.subpackageBytes)}'`)
    expect(checkPackage(dist, { budget: SIZE_BUDGET }).errors).toEqual([expect.stringMatching(/^features\/staff\/: .*larger/)])
  })
})

test('while somebody reads a tab, the parts it leads to are loaded; on any network little', () => {
  const { app } = new PackageFiles(PACKAGE)
  const { sizes } = checkPackage(PACKAGE)
  expect(app.preload.map(({ page }) => page)).toEqual(app.tabs?.map(({ pagePath }) => pagePath))
  expect(app.preload.every(({ roots }) => roots.length > 0)).toBe(true)
  const always = new Set(app.preload.filter(({ network }) => network === 'all').flatMap(({ roots }) => roots))
  const bytes = [...always].reduce((sum, root) => sum + (sizes[root] ?? Number.NaN), 0)
  expect(bytes).toBeLessThanOrEqual(SIZE_BUDGET.alwaysPreloadedBytes)
})

test('no byte of zod is in it, and a planted one is found', () => {
  expect(scriptsWith(PACKAGE, ZOD)).toEqual([])
  withCopy((dist) => {
    const zod = path.dirname(require.resolve('zod/package.json'))
    fs.copyFileSync(path.join(zod, 'v4/core/errors.cjs'), path.join(dist, 'planted.js'))
    expect(scriptsWith(dist, ZOD)).toEqual(['planted.js'])
  })
})

test('screen readers find role, name and announcements in the templates', () => {
  const templates = [...readPackage(PACKAGE, /\.wxml$/).values()].join('')
  for (const attribute of ['aria-role', 'aria-label', 'aria-live', 'aria-checked', 'aria-selected', 'aria-invalid'])
    expect(templates).toContain(`${attribute}="`)
})

test('WeChat holds private functions back until the person has agreed', () => {
  const app: unknown = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'app.json'), 'utf8'))
  expect(app).toMatchObject({ __usePrivacyCheck__: true })
})

test('nothing makes code out of text, and no source map goes along', () => {
  // webpack's own loader may look for the global object with it, inside a try: checkPackage refuses every other place.
  expect(scriptsWith(PACKAGE, /new Function\b|\beval\(/).filter((file) => file !== 'runtime.js')).toEqual([])
  expect(scriptsWith(PACKAGE, /sourceMappingURL/)).toEqual([])
  expect([...readPackage(PACKAGE, /\.map$/).keys()]).toEqual([])
})

test('a missing package is told with the command that makes it', () => {
  expect(() => {
    requirePackage(os.tmpdir())
  }).toThrow(/npm run build:weapp/)
})
