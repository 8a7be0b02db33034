import type { Position } from './distance'

/** The ellipsoid of Krasovsky (1940), on which GCJ-02 is drawn: half its long axis in metres, and its eccentricity squared. */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943

const wave = (degrees: number): number => Math.sin(degrees * Math.PI)

function shiftNorth(x: number, y: number): number {
  const bend = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  const ripples = 20 * wave(6 * x) + 20 * wave(2 * x) + 20 * wave(y) + 40 * wave(y / 3) + 160 * wave(y / 12) + 320 * wave(y / 30)
  return bend + (ripples * 2) / 3
}

function shiftEast(x: number, y: number): number {
  const bend = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  const ripples = 20 * wave(6 * x) + 20 * wave(2 * x) + 20 * wave(x) + 40 * wave(x / 3) + 150 * wave(x / 12) + 300 * wave(x / 30)
  return bend + (ripples * 2) / 3
}

/**
 * A WGS 84 position as Chinese maps draw it (GCJ-02, some hundred metres off), within a metre or two. Only for places in
 * China: WeChat's map takes no other.
 */
export function toChinaMap({ latitude, longitude }: Position): Position {
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude * Math.PI) / 180
  const flattening = 1 - ECCENTRICITY * Math.sin(radians) ** 2
  const root = Math.sqrt(flattening)
  const metresPerDegreeNorth = (((AXIS * (1 - ECCENTRICITY)) / (flattening * root)) * Math.PI) / 180
  const metresPerDegreeEast = ((AXIS / root) * Math.cos(radians) * Math.PI) / 180
  return {
    latitude: latitude + shiftNorth(x, y) / metresPerDegreeNorth,
    longitude: longitude + shiftEast(x, y) / metresPerDegreeEast,
  }
}
