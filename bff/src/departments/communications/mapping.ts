import type { TravelCardData } from './reply'

/** Cities of the last 14 days, in the order of the card. `atRisk`: an area at risk lies in it, not that the person was there. */
export interface TravelCard {
  readonly places: readonly { readonly name: string; readonly atRisk: boolean }[]
}

export function mapTravelCard({ cities14d }: TravelCardData): TravelCard {
  return { places: cities14d.map(({ cityName, star }) => ({ name: cityName, atRisk: star === 'Y' })) }
}
