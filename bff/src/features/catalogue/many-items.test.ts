import { createItemSearch } from './item-search'
import { manyItems } from './testing/many-items'

test('ten thousand items are built and searched', () => {
  const items = manyItems(10_000)
  const search = createItemSearch(items)
  const nameOf = (id: string | undefined) => items.find((item) => item.id === id)?.name
  const firstFor = (query: string) => nameOf(search(query, 20)[0]?.id)
  expect(new Set(items.map(({ id }) => id)).size).toBe(10_000)
  expect(firstFor('退役军人营业执照注销')).toBe('退役军人营业执照注销')
  expect(firstFor('tuiyijunren yingyezhizhao zhuxiao')).toBe('退役军人营业执照注销')
  expect(firstFor('身分证换领')).toMatch(/身份证换领/)
  expect(search('证', 20)).toHaveLength(20)
  expect(['zxcvbn', 'qwerty', 'asdfgh', 'hello'].map((query) => search(query, 20))).toEqual([[], [], [], []])
  // Forty characters in ever other writing: only the first eight pieces are looked at.
  const mixed = '换a身b证c办d件'
  expect(search(`${mixed}e登f记g更h名i延j期k`, 20)).toEqual(search(mixed.slice(0, 8), 20))
}, 240_000)
