import { median, pairedRatio, percentile } from './numbers'

test('a percentile is a value that was measured', () => {
  const values = [5, 1, 4, 2, 3]
  expect([percentile(values, 0), percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([1, 3, 5, 5])
  expect(values).toEqual([5, 1, 4, 2, 3])
})

test('p99 of a hundred values leaves one above it', () => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.99,
    ),
  ).toBe(99)
})

test('the median of an even number of values lies between the two in the middle', () => {
  expect([median([9, 1, 5]), median([1, 2, 10, 4])]).toEqual([5, 3])
})

test('the ratio compares neighbouring rounds, so a slow moment of the machine changes nothing', () => {
  expect(pairedRatio([50, 5, 50], [100, 10, 100])).toBe(0.5)
})

test('nothing measured is an error, not a number', () => {
  expect(() => median([])).toThrow('nothing')
  expect(() => percentile([], 0.5)).toThrow('nothing')
  expect(() => pairedRatio([1], [])).toThrow('neighbour')
})
