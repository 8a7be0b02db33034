import type { CrossProvinceItemDto, RegionDto, RegionSummaryDto } from '@one-visit/shared/cross-province/contract'
import type { DecidingSide } from '@one-visit/shared/cross-province/rules'
import type { CountyPack } from '../../platform/county-pack'
import type { Region } from '../../platform/county-pack/cross-province-file'
import { type AcrossItem, getAcrossItem, itemsWith, sidesOf } from './find-in-pack'
import { formInWords, placeWords } from './place-words'

export function presentRegionSummary(pack: CountyPack, region: Region): RegionSummaryDto {
  const { id, name, province } = region
  return { id, name, province, items: itemsWith(pack, region).length }
}

export function presentRegion(pack: CountyPack, region: Region): RegionDto {
  const items = itemsWith(pack, region).map(({ item, way, entry }) => {
    const { id, name, summary, department } = item
    return { id, name, summary, department, way, sides: sidesOf(entry) }
  })
  return { ...presentRegionSummary(pack, region), office: region.office, items }
}

/** Throws `not_found`. */
export function presentAcrossItem(pack: CountyPack, region: Region, id: string, side: DecidingSide): CrossProvinceItemDto {
  const across = getAcrossItem(pack, region, id, side)
  const { item, way, entry, steps } = across
  const say = placeWords(pack, region, side)
  return {
    item: { id, name: item.name, summary: item.summary, department: item.department },
    region: { id: region.id, name: region.name, province: region.province },
    office: region.office,
    side,
    way,
    steps: steps.map(say),
    documents: item.documents,
    promisedWorkingDays: promisedWorkingDays(across),
    itemGroup: side === 'region' ? pack.crossProvince.itemGroup : null,
    form: entry.form && formInWords(entry.form, say),
    sample: [...entry.sample, ...sampleOfItem(across)],
  }
}

export const promisedWorkingDays = ({ item, entry }: AcrossItem): number => entry.promisedWorkingDays ?? item.promisedWorkingDays

/** What is shown here of the item itself. */
const sampleOfItem = ({ item, entry }: AcrossItem): string[] =>
  item.sample.filter((part) => part === 'documents' || (part === 'promisedWorkingDays' && entry.promisedWorkingDays === null))
