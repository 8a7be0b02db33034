import type { CountyDto, ItemGroupListDto, OfficeListDto } from '@one-visit/shared/county/contract'
import { useConsent } from './privacy'
import { type LookUp, useLookUp } from './use-look-up'

/** What the county says of itself changes seldom: the last answer stays on the phone, to be read without a network. */
const useSettings = () => ({ keepCopy: true, enabled: useConsent() })

/** The county that this installation serves; undefined only before its first answer on this phone. */
export function useCounty(): CountyDto | undefined {
  return useLookUp('GET /v1/county', {}, useSettings()).data
}

export function useOffices(): LookUp<OfficeListDto> {
  return useLookUp('GET /v1/offices', {}, useSettings())
}

/** What can be booked. */
export function useItemGroups(): LookUp<ItemGroupListDto> {
  return useLookUp('GET /v1/item-groups', {}, useSettings())
}
