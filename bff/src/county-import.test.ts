import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

let folder: string

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'county-import-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** Nothing here is written: that is shown with packs of the test's own. */
function countyImport(...args: string[]) {
  const env = { PATH: process.env['PATH'] }
  const program = path.join(__dirname, 'county-import.ts')
  const options = { cwd: path.join(__dirname, '..'), env, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...args], options)
}

test('prints a template that can be imported, and what a changed one would change', () => {
  const { status, stdout: template } = countyImport('--template', '--county', '430212')
  expect(status).toBe(0)
  expect(template).toMatch(/^\uFEFF编号,名称,大家的叫法,/)
  const file = path.join(folder, '事项.csv')
  writeFileSync(file, template.replace('\r\nid-card-lost,', '\r\nnew-id,'))
  const { items } = JSON.parse(readFileSync(path.join(__dirname, '../counties/430212-lukou/items.json'), 'utf8')) as {
    items: object[]
  }
  const preview = countyImport(file, '--county', '430212')
  expect(preview).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`新增 1 项，修改 0 项，删除 1 项，不变 ${items.length - 1} 项。`),
  })
}, 60_000)

test('mistakes and wrong use end with a failure and a reason', () => {
  const file = path.join(folder, '事项.csv')
  writeFileSync(file, '姓名,电话\n某人,1\n')
  expect(countyImport(file)).toMatchObject({ status: 1, stdout: expect.stringContaining('没有找到表头') })
  expect(countyImport(file, '--back')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run county:import --') })
  expect(countyImport(path.join(folder, 'none.csv'))).toMatchObject({ status: 1, stderr: expect.stringContaining('none.csv') })
}, 60_000)
