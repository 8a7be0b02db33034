import path from 'node:path'
import { loadCountyPack } from '../../platform/county-pack'
import { checkCounty } from './check-county'
import { createItemSearch } from './item-search'
import queries from './testing/everyday-queries.json'

const packOf = (division: string) => loadCountyPack(path.join(__dirname, '../../../counties'), division)

test('of 60 everyday queries at least 57 find what is meant among the first three', () => {
  const search = createItemSearch(packOf('430224').items)
  const missed = queries.filter(({ query, expected }) => !search(query, 3).some(({ id }) => expected.includes(id)))
  expect(queries).toHaveLength(60)
  expect(missed.map(({ query }) => query).slice(3)).toEqual([])
})

const NONSENSE = [
  'xyzzy',
  'qwerty',
  'asdf',
  'asdfgh',
  'zxcvbn',
  'qqq',
  'hello',
  'foobar',
  '龘龘龘',
  '飞机模型',
  '哈哈哈',
  '量子力学',
]

test.each(['430224', '430212'])('nonsense finds nothing in %s, however many items have a few letters of it', (division) => {
  const search = createItemSearch(packOf(division).items)
  expect(NONSENSE.filter((query) => search(query, 20).length > 0)).toEqual([])
})

test.each([
  ['sfzbl', '身份证'],
  ['sfzgq', '身份证'],
  ['hkzx', '户'],
  ['jzz', '证'],
  ['换sfz', '身份证'],
])('initials still find what they stand for, also with a word left out: %s', (query, word) => {
  const { items } = packOf('430224')
  const [first] = createItemSearch(items)(query, 1)
  expect(items.find(({ id }) => id === first?.id)?.name).toContain(word)
})

test.each(['430224', '430212'])('the pack of %s has no hole', (division) => {
  expect(checkCounty(packOf(division)).filter(({ kind }) => kind === 'hole')).toEqual([])
})

test('holes and words that stand for two items are found', () => {
  const pack = packOf('430212')
  const [first, second, ...rest] = pack.items.map((item) => ({ ...item, zones: [] }))
  if (!first || !second) throw new Error('no items')
  const twin = { ...second, aliases: [first.name], places: 'hall', itemGroup: 'nowhere' }
  const found = checkCounty({ ...pack, items: [first, twin, ...rest] })
  expect(found).toContainEqual({ kind: 'duplicate', about: twin.id, says: `${first.name} is also a word for ${first.id}` })
  expect(found).toContainEqual({ kind: 'hole', about: twin.id, says: 'no window of nowhere where it is done' })
  expect(found).toContainEqual({ kind: 'hole', about: 'police', says: 'no item in this zone' })
})
