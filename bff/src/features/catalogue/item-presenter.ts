import type { ItemDepartmentsDto, ItemDto, ItemSummaryDto, ZoneDto } from '@one-visit/shared/catalogue/contract'
import type { CountyPack } from '../../platform/county-pack'
import { isInOffices, type ServiceItem } from '../../platform/county-pack/items-file'

export function presentSummary(pack: CountyPack, item: ServiceItem): ItemSummaryDto {
  const { id, name, summary, department, online } = item
  return { id, name, summary, department, online: online !== null, extraDays: isDoneOnExtraDays(pack, item) }
}

export function presentItem(pack: CountyPack, item: ServiceItem): ItemDto {
  const { id, name, aliases, summary, who, audience, department, code, documents, fee, promisedWorkingDays, ways, steps } = item
  const { itemGroup, lookUp, online, zones, lifeEvent, crossProvince, sample } = item
  const offices = officesOf(pack, item)
  return {
    ...{ id, name, aliases, summary, who, audience, department, code, documents, fee, promisedWorkingDays, ways, steps },
    ...{ itemGroup, lookUp, online, zones, lifeEvent, crossProvince, sample },
    extraDays: isDoneOnExtraDays(pack, item),
    offices,
    place: isInOffices(item) ? null : item.places,
  }
}

export function presentZone(pack: CountyPack, zone: CountyPack['zones'][number]): ZoneDto {
  const { id, name, summary, elsewhere } = zone
  const items = pack.items.filter(({ zones }) => zones.includes(id))
  return { id, name, summary, elsewhere, items: items.map((item) => presentSummary(pack, item)) }
}

/** The item group says by name which of its items are done on days beside the ordinary ones. */
function isDoneOnExtraDays({ itemGroups }: CountyPack, { itemGroup, name }: ServiceItem): boolean {
  return itemGroups.some(({ id, extraDayItems }) => id === itemGroup && extraDayItems.includes(name))
}

function officesOf({ offices }: CountyPack, item: ServiceItem): string[] {
  if (!isInOffices(item)) return []
  const { places, itemGroup } = item
  const serving =
    itemGroup === null ? offices : offices.filter(({ windows }) => windows.some((one) => one.itemGroup === itemGroup))
  return serving.filter(({ kind }) => places === 'all' || kind === 'county_hall').map(({ id }) => id)
}

export function presentDepartments(items: readonly ServiceItem[]): ItemDepartmentsDto {
  const counts = new Map<string, number>()
  for (const { department } of items) counts.set(department, (counts.get(department) ?? 0) + 1)
  return { items: [...counts].map(([department, count]) => ({ department, count })).sort((a, b) => b.count - a.count) }
}
