import type { ItemGroupDto, OfficeDto } from '@one-visit/shared/county/contract'
import { bothLookUps } from '../../../platform/both-look-ups'
import { useItemGroups, useOffices } from '../../../platform/county'
import type { LookUp } from '../../../platform/use-look-up'

export interface Place {
  group: ItemGroupDto
  office: OfficeDto
}

/** The group and the office of these ids; `data` is null when the county has no such. */
export function usePlace(itemGroup: string, officeId: string): LookUp<Place | null> {
  return bothLookUps(useItemGroups(), useOffices(), (groups, offices) => {
    const group = groups.items.find(({ id }) => id === itemGroup)
    const office = offices.items.find(({ id }) => id === officeId)
    return group && office ? { group, office } : null
  })
}
