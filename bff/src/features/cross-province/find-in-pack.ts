import { type CrossProvinceWay, CROSS_PROVINCE_WAYS } from '@one-visit/shared/catalogue/rules'
import { DECIDING_SIDES, type DecidingSide } from '@one-visit/shared/cross-province/rules'
import type { CountyPack } from '../../platform/county-pack'
import type { CrossProvinceItem, Region } from '../../platform/county-pack/cross-province-file'
import type { ServiceItem } from '../../platform/county-pack/items-file'
import { problem } from '../../platform/errors'

/** What is done across provinces: the item, how it is, and how it goes. */
export interface AcrossItem {
  readonly item: ServiceItem
  readonly way: CrossProvinceWay
  readonly entry: CrossProvinceItem
}

/** Throws `not_found`. */
export function getRegion({ crossProvince }: CountyPack, id: string): Region {
  const region = crossProvince.regions.find((one) => one.id === id)
  if (!region) throw problem('not_found')
  return region
}

/** All regions, or those with which an item is done, decided by this side. */
export function findRegions(
  pack: CountyPack,
  { item, side }: { readonly item?: string | undefined; readonly side?: DecidingSide | undefined },
): Region[] {
  const fits = ({ item: { id }, entry }: AcrossItem): boolean =>
    (item === undefined || id === item) && (side === undefined || entry.steps[side] !== undefined)
  return pack.crossProvince.regions.filter((region) => itemsWith(pack, region).some(fits))
}

/** What is done with a region, fully online first, then what is asked for most often. */
export function itemsWith(pack: CountyPack, region: Region): AcrossItem[] {
  const across = pack.items.flatMap((item): AcrossItem[] => {
    const entry = pack.crossProvince.items.find((one) => one.item === item.id)
    const isDone = region.items === 'all' || region.items.includes(item.id)
    return entry && item.crossProvince && isDone ? [{ item, way: item.crossProvince, entry }] : []
  })
  const rank = ({ way }: AcrossItem): number => CROSS_PROVINCE_WAYS.indexOf(way)
  return across.sort((a, b) => rank(a) - rank(b) || a.item.often - b.item.often)
}

/** Throws `not_found` for what is not done with the region, or not decided by this side. */
export function getAcrossItem(pack: CountyPack, region: Region, id: string, side: DecidingSide): AcrossItem & Steps {
  const found = itemsWith(pack, region).find(({ item }) => item.id === id)
  const steps = found?.entry.steps[side]
  if (!found || !steps) throw problem('not_found')
  return { ...found, steps }
}

interface Steps {
  readonly steps: readonly string[]
}

export const sidesOf = ({ steps }: CrossProvinceItem): DecidingSide[] =>
  DECIDING_SIDES.filter((side) => steps[side] !== undefined)
