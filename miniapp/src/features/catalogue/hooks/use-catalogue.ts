import type { ItemDepartmentsDto, ItemDto, ItemListDto, ZoneDto, ZoneListDto } from '@one-visit/shared/catalogue/contract'
import { useConsent } from '../../../platform/privacy'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** What the county says of its items changes seldom: the last answer stays on the phone, to be read without a network. */
function useSettings(wanted: boolean) {
  return { keepCopy: true, enabled: useConsent() && wanted }
}

/** `id` is empty when a link was cut: then nothing is asked. */
export function useItem(id: string): LookUp<ItemDto> {
  return useLookUp('GET /v1/items/:id', { params: { id } }, useSettings(id !== ''))
}

export function useZones(): LookUp<ZoneListDto> {
  return useLookUp('GET /v1/zones', {}, useSettings(true))
}

export function useZone(id: string): LookUp<ZoneDto> {
  return useLookUp('GET /v1/zones/:id', { params: { id } }, useSettings(id !== ''))
}

export function useDepartments(): LookUp<ItemDepartmentsDto> {
  return useLookUp('GET /v1/item-departments', {}, useSettings(true))
}

export function useItemsOf(department: string): LookUp<ItemListDto> {
  return useLookUp('GET /v1/items', { query: { department } }, useSettings(department !== ''))
}
