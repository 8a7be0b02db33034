import { createLookUp } from './look-up'

let asked: string[][]
beforeEach(() => {
  asked = []
})
const findMany = (keys: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  asked.push([...keys])
  return Promise.resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.length])))
}

test('on PostgreSQL those who are looked for together are found by one statement', async () => {
  const find = createLookUp({ kind: 'postgres' }, findMany)
  expect(await Promise.all(['ann', 'nobody', 'bo'].map(find))).toEqual([3, null, 2])
  expect(asked).toEqual([['ann', 'nobody', 'bo']])
  expect(await find('ann')).toBe(3)
  expect(asked).toHaveLength(2)
})

test('on SQLite each is found at once', async () => {
  const find = createLookUp({ kind: 'sqlite' }, findMany)
  expect(await Promise.all(['ann', 'nobody'].map(find))).toEqual([3, null])
  expect(asked).toEqual([['ann'], ['nobody']])
})

test('what fails is told to those who asked', async () => {
  const find = createLookUp({ kind: 'postgres' }, (keys) =>
    keys.includes('bad') ? Promise.reject(new Error('no such table')) : findMany(keys),
  )
  const [bad, good] = await Promise.allSettled([find('bad'), find('ann')])
  expect([bad, good]).toMatchObject([{ status: 'rejected', reason: { message: 'no such table' } }, { value: 3 }])
})
