import fc from 'fast-check'
import { distanceMetres } from './distance'

const BEIJING = { latitude: 39.9042, longitude: 116.4074 }
const CHANGSHA = { latitude: 28.2282, longitude: 112.9388 }
const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('Beijing to Changsha is 1,336 km', () => {
  expect(distanceMetres(BEIJING, CHANGSHA) / 1000).toBeCloseTo(1336, -1)
})

test('a minute of latitude is a nautical mile, within half a percent', () => {
  const mile = distanceMetres({ latitude: 26.8, longitude: 113.5 }, { latitude: 26.8 + 1 / 60, longitude: 113.5 })
  expect(Math.abs(mile - 1852) / 1852).toBeLessThan(0.005)
})

test('opposite ends of the earth are half its girth apart', () => {
  expect(distanceMetres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015_115, -2)
})

test('the way back is as long as the way there, and nowhere is further than half the girth', () => {
  fc.assert(
    fc.property(position, position, (one, other) => {
      const metres = distanceMetres(one, other)
      expect(metres).toBeCloseTo(distanceMetres(other, one), 3)
      expect(metres).toBeGreaterThanOrEqual(0)
      expect(metres).toBeLessThan(20_015_200)
    }),
  )
})

test('a place is no distance from itself', () => {
  expect(distanceMetres(BEIJING, BEIJING)).toBe(0)
})
