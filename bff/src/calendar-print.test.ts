import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** West of Greenwich, where a program that reads days through `Date` is a day out. */
function calendar(...args: string[]) {
  const env = { PATH: process.env['PATH'], TZ: 'America/New_York' }
  const program = path.join(__dirname, 'calendar-print.ts')
  const options = { cwd: path.join(__dirname, '..'), env, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...args], options)
}

test('prints the opening days of a year that are no ordinary weekdays, and why', () => {
  const { status, stdout } = calendar('2026', '--county', '430212')
  const lines = stdout.trim().split('\n')
  expect(status).toBe(0)
  expect(lines[0]).toBe('株洲市渌口区 2026')
  expect(lines).toHaveLength(1 + 8 + 6 + 41)
  expect(lines[1]).toMatch(/^2026-01-02 {2}周五 {2}open {6}09:00–12:00 +元旦假期第 2 天也能办/)
  expect(lines[2]).toMatch(/^2026-01-04 {2}周日 {2}ordinary .*因元旦调休/)
  expect(lines).toContainEqual(expect.stringMatching(/^2026-11-21 {2}周六 {2}open .*周六也能办/))
}, 60_000)

test('a year without data, and what is no year, end with a failure and a reason', () => {
  expect(calendar('2099')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^365 days have no calendar data.*2099/) })
  expect(calendar('26')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run calendar -- <year>') })
}, 60_000)
