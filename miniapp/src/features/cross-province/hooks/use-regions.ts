import type { CrossProvinceItemDto, RegionDto, RegionListDto } from '@one-visit/shared/cross-province/contract'
import type { DecidingSide } from '@one-visit/shared/cross-province/rules'
import { useConsent } from '../../../platform/privacy'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** It changes seldom: the last answer stays on the phone, to be read without a network. */
function useSettings(wanted: boolean) {
  return { keepCopy: true, enabled: useConsent() && wanted }
}

/** Those where the item is done, for the side that decides; all of them where nothing is asked for. */
export function useRegions({ side, item }: Pick<Asked, 'side' | 'item'>): LookUp<RegionListDto> {
  const query = item === '' ? {} : { item, ...(side ? { side } : {}) }
  return useLookUp('GET /v1/regions', { query }, useSettings(true))
}

/** `region` is empty when a link was cut: then nothing is asked. */
export function useRegion(region: string): LookUp<RegionDto> {
  return useLookUp('GET /v1/regions/:region', { params: { region } }, useSettings(region !== ''))
}

interface Asked {
  side: DecidingSide | null
  region: string
  item: string
}

export function useAcrossItem({ side, region, item }: Asked): LookUp<CrossProvinceItemDto> {
  const isWhole = side !== null && region !== '' && item !== ''
  return useLookUp(
    'GET /v1/regions/:region/items/:item',
    { params: { region, item }, query: { side: side ?? 'county' } },
    useSettings(isWhole),
  )
}

/** The name of an item of the catalogue; undefined until it is known. */
export function useItemName(item: string): string | undefined {
  return useLookUp('GET /v1/items/:id', { params: { id: item } }, useSettings(item !== '')).data?.name
}
