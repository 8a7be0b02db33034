import type { OfficeListDto } from '@one-visit/shared/county/contract'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

export function useOffices(): LookUp<OfficeListDto> {
  return useLookUp('GET /v1/offices', {}, { keepCopy: true })
}

/** What people call an office; its id until the list is there. */
export function useOfficeName(office: string): string {
  return useOffices().data?.items.find(({ id }) => id === office)?.name ?? office
}
