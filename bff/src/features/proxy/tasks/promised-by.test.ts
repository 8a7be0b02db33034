import path from 'node:path'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { type CountyPack, loadCountyPack } from '../../../platform/county-pack'
import { promisedBy } from './promised-by'

const shipped = loadCountyPack(path.join(__dirname, '../../../../counties'), '430224')
const within = (promisedWorkingDays: number): CountyPack => ({ ...shipped, proxy: { ...shipped.proxy, promisedWorkingDays } })

test.each([
  ['in the week', 3, '2026-11-23', '2026-11-26'],
  ['across a weekend', 3, '2026-11-19', '2026-11-24'],
  ['from a Saturday, on which the county serves people but does not count', 1, '2026-11-21', '2026-11-23'],
  ['across the golden week', 1, '2026-09-30', '2026-10-08'],
  ['with a make-up workday on a Saturday', 2, '2026-10-09', '2026-10-12'],
  ['the same day', 0, '2026-11-23', '2026-11-23'],
])('%s', (_, days, today, last) => {
  expect(promisedBy(within(days), today as LocalDate, today as LocalDate)).toBe(last)
})

test('who wishes for a later day is promised that day', () => {
  expect(promisedBy(within(3), '2026-11-23' as LocalDate, '2026-12-05' as LocalDate)).toBe('2026-12-05')
})

test('nothing is promised where there is no calendar', () => {
  expect(promisedBy(within(3), '2098-12-30' as LocalDate, '2098-12-30' as LocalDate)).toBeNull()
})
