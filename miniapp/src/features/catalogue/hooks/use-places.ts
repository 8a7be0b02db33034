import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import type { LookUp } from '../../../platform/use-look-up'
import { useItem, useOffices } from './use-catalogue'

/** An item and all offices, for pages that need both. */
export function useItemAndOffices(id: string): LookUp<{ item: ItemDto; offices: readonly OfficeDto[] }> {
  const item = useItem(id)
  const offices = useOffices()
  return {
    data: item.data && offices.data && { item: item.data, offices: offices.data.items },
    asOf: Math.min(item.asOf, offices.asOf),
    problem: item.problem ?? offices.problem,
    waiting: item.waiting || offices.waiting,
    again: () => {
      item.again()
      offices.again()
    },
  }
}
