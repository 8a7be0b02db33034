import { slower, writeGrowth } from './growth'
import { summarise } from './measure-growth'

const sample = (cpu: number, ms: number) => ({ cpu, ms, bytes: 100 })

/** Three rounds of three sizes; the machine is twice as slow in the second one. */
const sizes = (at100: number) =>
  summarise([1, 2, at100].map((times) => [1, 2, 1].map((slow) => sample(100 * times * slow, times * slow))))

test('ratios are of the same round, whatever else the machine did in it', () => {
  expect(sizes(4).map(({ cpuRatio, msRatio }) => [cpuRatio, msRatio])).toEqual([
    [1, 1],
    [2, 2],
    [4, 4],
  ])
})

test('what is half as slow again at the largest size is named, the slowest first', () => {
  const growth = [
    { name: 'same', sizes: sizes(1.2) },
    { name: 'slow', sizes: sizes(3) },
    { name: 'slowest', sizes: sizes(9) },
  ]
  expect(slower({ database: 'postgres', growth }).map(({ name }) => name)).toEqual(['slowest', 'slow'])
  expect(writeGrowth({ database: 'sqlite', growth })).toContain('slower at 100×: slowest; slow')
})
