/** A place on earth in WGS 84, degrees; latitude north, longitude east. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** The mean radius of the earth (IUGG), metres. */
const EARTH_RADIUS = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two places as the crow flies (haversine; off by at most half a percent, for the earth is no sphere). */
export function distanceMetres(one: Position, other: Position): number {
  const halfLatitude = Math.sin(radians(other.latitude - one.latitude) / 2)
  const halfLongitude = Math.sin(radians(other.longitude - one.longitude) / 2)
  const share = halfLatitude ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * halfLongitude ** 2
  // Rounding can bring opposite ends of the earth a hair above 1.
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(share)))
}
