import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { bothLookUps } from '../../../platform/both-look-ups'
import { useOffices } from '../../../platform/county'
import type { LookUp } from '../../../platform/use-look-up'
import { useItem } from './use-catalogue'

/** An item and all offices, for pages that need both. */
export function useItemAndOffices(id: string): LookUp<{ item: ItemDto; offices: readonly OfficeDto[] }> {
  return bothLookUps(useItem(id), useOffices(), (item, { items: offices }) => ({ item, offices }))
}
