import type { ItemGroupDto, ItemGroupListDto, OfficeDto, OfficeListDto } from '@one-visit/shared/county/contract'
import { useConsent } from '../../../platform/privacy'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** What can be booked. It changes seldom, so the last list is kept on the phone. */
export function useItemGroups(): LookUp<ItemGroupListDto> {
  return useLookUp('GET /v1/item-groups', {}, { keepCopy: true, enabled: useConsent() })
}

export function useOffices(): LookUp<OfficeListDto> {
  return useLookUp('GET /v1/offices', {}, { keepCopy: true, enabled: useConsent() })
}

export interface Place {
  group: ItemGroupDto
  office: OfficeDto
}

/** The group and the office of these ids; `data` is null when the county has no such. */
export function usePlace(itemGroup: string, officeId: string): LookUp<Place | null> {
  const groups = useItemGroups()
  const offices = useOffices()
  const group = groups.data?.items.find(({ id }) => id === itemGroup)
  const office = offices.data?.items.find(({ id }) => id === officeId)
  const isThere = groups.data !== undefined && offices.data !== undefined
  return {
    data: isThere ? (group && office ? { group, office } : null) : undefined,
    asOf: Math.min(groups.asOf, offices.asOf),
    problem: groups.problem ?? offices.problem,
    waiting: groups.waiting || offices.waiting,
    again: () => {
      groups.again()
      offices.again()
    },
  }
}
