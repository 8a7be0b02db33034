import type { CountyPack } from '../county-pack'
import type { Contradiction } from './contradiction'

/** What is done across provinces: the items, the regions and the special window must mean the same everywhere. */
export function checkCrossProvince(pack: CountyPack): Contradiction[] {
  return [...unknownItems(pack), ...formsOfOthers(pack), ...unlistedItems(pack), ...itemsOfRegions(pack), ...specialWindow(pack)]
}

/** Items that do not exist, or are not done across provinces. */
function unknownItems({ items, crossProvince }: CountyPack): Contradiction[] {
  const across = new Map(items.map((item) => [item.id, item.crossProvince]))
  return crossProvince.items.flatMap(({ item }, index): Contradiction[] => {
    if (across.get(item)) return []
    const message = across.has(item) ? `${item} has no crossProvince in items.json` : `no item ${item} in items.json`
    return [{ file: 'crossProvince', at: `items.${index}.item`, message }]
  })
}

/** Who applies online answers a form; nobody else does. */
function formsOfOthers({ items, crossProvince }: CountyPack): Contradiction[] {
  const ways = new Map(items.map((item) => [item.id, item.crossProvince]))
  return crossProvince.items.flatMap(({ item, form }, index): Contradiction[] => {
    const way = ways.get(item)
    if (!way || (way === 'online') === (form !== null)) return []
    return [{ file: 'crossProvince', at: `items.${index}.form`, message: `a form exactly when ${item} is done online` }]
  })
}

function unlistedItems({ items, crossProvince }: CountyPack): Contradiction[] {
  const listed = new Set(crossProvince.items.map(({ item }) => item))
  return items.flatMap(({ id, crossProvince: way }, index): Contradiction[] =>
    way === null || listed.has(id)
      ? []
      : [{ file: 'items', at: `items.${index}.crossProvince`, message: `${id} is not in cross-province.json` }],
  )
}

function itemsOfRegions({ crossProvince }: CountyPack): Contradiction[] {
  const listed = new Set(crossProvince.items.map(({ item }) => item))
  return crossProvince.regions.flatMap(({ items }, region) =>
    (items === 'all' ? [] : items).flatMap((id, index): Contradiction[] => {
      const at = `regions.${region}.items.${index}`
      return listed.has(id) ? [] : [{ file: 'crossProvince', at, message: `no item ${id} in this file` }]
    }),
  )
}

/** That its windows exist is checked with those of all groups. */
function specialWindow({ itemGroups, crossProvince }: CountyPack): Contradiction[] {
  if (itemGroups.some(({ id }) => id === crossProvince.itemGroup)) return []
  const message = `no item group ${crossProvince.itemGroup} in item-groups.json`
  return [{ file: 'crossProvince', at: 'itemGroup', message }]
}
