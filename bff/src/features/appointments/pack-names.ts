import type { CountyPack } from '../../platform/county-pack'

/** Null for an office that the pack no longer has. */
export function findOffice(pack: CountyPack, id: string): CountyPack['offices'][number] | null {
  return pack.offices.find((office) => office.id === id) ?? null
}

/** Null for an item group that the pack no longer has. */
export function findItemGroup(pack: CountyPack, id: string): CountyPack['itemGroups'][number] | null {
  return pack.itemGroups.find((group) => group.id === id) ?? null
}

/** What people read; a group that has left the pack since still has visits. */
export function itemGroupName(pack: CountyPack, id: string): string {
  return findItemGroup(pack, id)?.name ?? '预约的事'
}

export function officeName(pack: CountyPack, id: string): string {
  return findOffice(pack, id)?.name ?? pack.county.name
}
