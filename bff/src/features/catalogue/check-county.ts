import type { CountyPack } from '../../platform/county-pack'

/** `duplicate`: two items that people could take for each other; `hole`: something that is missing; neither keeps the app from running. */
export interface Finding {
  readonly kind: 'duplicate' | 'hole'
  /** The id of the item, item group or zone. */
  readonly about: string
  readonly says: string
}

/** What a pack that loads may still be wrong about. What contradicts itself does not load: see `loadCountyPack`. */
export function checkCounty(pack: CountyPack): Finding[] {
  return [...sharedWords(pack), ...itemsWithoutAnywhere(pack), ...emptyZones(pack), ...groupsWithoutItems(pack)]
}

/** The same name, or the same word for it, on two items. */
function sharedWords({ items }: CountyPack): Finding[] {
  const firstWith = new Map<string, string>()
  return items.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].flatMap((word): Finding[] => {
      const first = firstWith.get(word)
      if (first === undefined) firstWith.set(word, id)
      return first === undefined ? [] : [{ kind: 'duplicate', about: id, says: `${word} is also a word for ${first}` }]
    }),
  )
}

/** Done in the halls, but no window of any of them serves its group. */
function itemsWithoutAnywhere({ items, offices }: CountyPack): Finding[] {
  const served = new Set(offices.flatMap(({ windows }) => windows.map(({ itemGroup }) => itemGroup)))
  const hall = new Set(
    offices.filter(({ kind }) => kind === 'county_hall').flatMap(({ windows }) => windows.map(({ itemGroup }) => itemGroup)),
  )
  return items
    .filter(({ itemGroup, places }) => {
      if (itemGroup === null) return false
      return (places === 'hall' && !hall.has(itemGroup)) || (places === 'all' && !served.has(itemGroup))
    })
    .map(({ id, itemGroup }) => ({ kind: 'hole', about: id, says: `no window of ${itemGroup ?? ''} where it is done` }))
}

function emptyZones({ items, zones }: CountyPack): Finding[] {
  return zones
    .filter(({ id }) => !items.some((item) => item.zones.includes(id)))
    .map(({ id }) => ({ kind: 'hole', about: id, says: 'no item in this zone' }))
}

/** The special window serves the items that are done across provinces. */
function groupsWithoutItems({ items, itemGroups, crossProvince }: CountyPack): Finding[] {
  return itemGroups
    .filter(({ id }) => id !== crossProvince.itemGroup && !items.some(({ itemGroup }) => itemGroup === id))
    .map(({ id }) => ({ kind: 'hole', about: id, says: 'can be booked, but no item says what for' }))
}
