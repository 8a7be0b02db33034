import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { minifySync } from '@swc/core'

const DIST = path.resolve(__dirname, '../../../miniapp/dist')
/** What survives in any bundle with zod in it: the names it gives its classes and its messages. */
const MARKERS = ['$ZodType', '$ZodError', 'ZodError', 'invalid_union', '_zod']

/** The scripts under a folder that carry a piece of zod. */
function findZod(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .filter((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8')
      return MARKERS.some((marker) => text.includes(marker))
    })
}

test.each(['h5', 'weapp'])('no byte of zod reaches the %s build', (target) => {
  const folder = path.join(DIST, target)
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))).not.toHaveLength(0)
  expect(findZod(folder)).toEqual([])
})

test('zod in a bundle is found, small as it may be made', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-visit-bundle-'))
  const zod = readFileSync(path.join(path.dirname(require.resolve('zod')), 'v4/core/schemas.cjs'), 'utf8')
  writeFileSync(path.join(folder, 'app.js'), minifySync(zod, { compress: true, mangle: true }).code)
  writeFileSync(path.join(folder, 'page.js'), 'var a = 1')
  expect(findZod(folder)).toEqual(['app.js'])
  rmSync(folder, { recursive: true })
})
