import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { GROWTH_REQUESTS, NO_TABLES } from './growth-requests'

test('every read of the contract is measured, or is known to touch no table that grows', () => {
  const measured = new Set(GROWTH_REQUESTS.map(({ name }) => name.split(',')[0]))
  const reads = Object.keys(allEndpoints).filter((name) => name.startsWith('GET '))
  expect(reads.filter((name) => !measured.has(name) && !NO_TABLES.has(name))).toEqual([])
  expect([...NO_TABLES].filter((name) => !reads.includes(name) || measured.has(name))).toEqual([])
})
