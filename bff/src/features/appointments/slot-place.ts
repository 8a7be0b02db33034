import type { CountyPack } from '../../platform/county-pack'
import { problem } from '../../platform/errors'
import type { ItemGroup, Office } from './plan-slots'

export interface OfficeAndGroup {
  readonly office: Office
  readonly group: ItemGroup
}

/** The office and item group of these ids; throws `not_found` when there is no such one, or the office has no window for the group. */
export function getOfficeAndGroup(
  pack: CountyPack,
  ids: { readonly office: string; readonly itemGroup: string },
): OfficeAndGroup {
  const office = pack.offices.find(({ id }) => id === ids.office)
  const group = pack.itemGroups.find(({ id }) => id === ids.itemGroup)
  if (!office || !group || !office.windows.some(({ itemGroup }) => itemGroup === group.id)) throw problem('not_found')
  return { office, group }
}
