import path from 'node:path'
import { loadCountyPack } from '../../platform/county-pack'
import { checkSearch } from './check-search'
import queries from './testing/everyday-queries.json'

const { items } = loadCountyPack(path.join(__dirname, '../../../counties'), '430224')

test('says at which place what is meant is found, and what stands before it', () => {
  const expected = ['id-card-reissue']
  const { places, percent, isGoodEnough } = checkSearch(items, [
    { query: '身份证丢了', expected },
    { query: '？！', expected },
  ])
  expect(places[0]).toMatchObject({ query: '身份证丢了', place: 1, found: expect.arrayContaining(['居民身份证丢失补领']) })
  expect(places[1]).toEqual({ query: '？！', place: null, found: [] })
  expect([percent, isGoodEnough]).toEqual([50, false])
})

test('a list in which four of sixty queries find nothing is not good enough', () => {
  expect(checkSearch(items, queries).isGoodEnough).toBe(true)
  const lost = new Set(queries.slice(0, 4).flatMap(({ expected }) => expected))
  expect(
    checkSearch(
      items.filter(({ id }) => !lost.has(id)),
      queries,
    ).isGoodEnough,
  ).toBe(false)
})
