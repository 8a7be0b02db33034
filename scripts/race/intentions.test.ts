import { type Intention, intentions, RESIDENT_WISHES, type ResidentWish } from './intentions'
import { atShare, seededRandom } from './random'

function first(count: number, seed: number, client: string): Intention<ResidentWish>[] {
  const all = intentions(seed, client, RESIDENT_WISHES, 100)
  return Array.from({ length: count }, () => all.next().value)
}

it('means the same with the same seed', () => {
  expect(first(50, 7, 'client 1')).toEqual(first(50, 7, 'client 1'))
})

it('means something else with another seed or as another client', () => {
  expect(first(50, 8, 'client 1')).not.toEqual(first(50, 7, 'client 1'))
  expect(first(50, 7, 'client 2')).not.toEqual(first(50, 7, 'client 1'))
})

it('wishes for everything there is, as often as it weighs', () => {
  const wishes = first(10_000, 1, 'client 1').map(({ wish }) => wish)
  const total = Object.values(RESIDENT_WISHES).reduce((sum, weight) => sum + weight, 0)
  for (const [wish, weight] of Object.entries(RESIDENT_WISHES)) {
    expect(wishes.filter((one) => one === wish).length / wishes.length).toBeCloseTo(weight / total, 1)
  }
})

it('draws evenly from 0 to 1', () => {
  const random = seededRandom(1, 'draws')
  const draws = Array.from({ length: 10_000 }, random)
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true)
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1)
})

it('chooses by share, and nothing from nothing', () => {
  expect([0, 0.49, 0.5, 0.999].map((share) => atShare(['a', 'b'], share))).toEqual(['a', 'a', 'b', 'b'])
  expect(atShare<string>([], 0.5)).toBeUndefined()
})
