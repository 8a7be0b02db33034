import type { CountyPack } from '../county-pack'
import type { Contradiction } from './contradiction'
import { checkCrossProvince } from './cross-province-contradictions'

/** What no file can show alone: names that another file, or the folder, does not know. */
export function findContradictions(pack: CountyPack, division: string): Contradiction[] {
  return [
    ...checkDivisions(pack, division),
    ...checkLocations(pack),
    ...checkWindows(pack),
    ...checkExtraDays(pack),
    ...checkItems(pack),
    ...checkCrossProvince(pack),
    ...checkSelfService(pack),
  ]
}

function checkDivisions({ county, offices }: CountyPack, division: string): Contradiction[] {
  const wrong: Contradiction[] = offices.flatMap((office, index) =>
    office.division.startsWith(division) && (office.division.length === 6) === (office.kind === 'county_hall')
      ? []
      : [{ file: 'offices', at: `offices.${index}.division`, message: `no division of ${division} for a ${office.kind}` }],
  )
  if (county.division !== division) wrong.push({ file: 'county', at: 'division', message: `the folder says ${division}` })
  return wrong
}

/** Pages read `sample`; maps read the location alone. */
function checkLocations({ offices }: CountyPack): Contradiction[] {
  return offices.flatMap(({ location, sample }, index): Contradiction[] => {
    if ((location?.sample ?? false) === sample.includes('location')) return []
    const message = 'location.sample and the list named sample say different things'
    return [{ file: 'offices', at: `offices.${index}.location.sample`, message }]
  })
}

function checkWindows({ offices, itemGroups }: CountyPack): Contradiction[] {
  const known = new Set(itemGroups.map(({ id }) => id))
  const served = new Set(offices.flatMap(({ windows }) => windows.map(({ itemGroup }) => itemGroup)))
  const unknown = offices.flatMap((office, index) =>
    office.windows.flatMap(({ itemGroup }, window): Contradiction[] => {
      const at = `offices.${index}.windows.${window}.itemGroup`
      return known.has(itemGroup) ? [] : [{ file: 'offices', at, message: `no item group ${itemGroup} in item-groups.json` }]
    }),
  )
  const unserved = itemGroups.flatMap(({ id }, index): Contradiction[] =>
    served.has(id) ? [] : [{ file: 'itemGroups', at: `itemGroups.${index}.id`, message: `no window of any office serves ${id}` }],
  )
  return [...unknown, ...unserved]
}

/** A county that opens on a Saturday or a holiday needs an office and something to do there. */
function checkExtraDays({ offices, itemGroups, opening }: CountyPack): Contradiction[] {
  if (opening.saturdayHours === null && opening.holidays.length === 0) return []
  const groups = new Set(itemGroups.filter(({ extraDayItems }) => extraDayItems.length > 0).map(({ id }) => id))
  const possible = offices.some(
    ({ opensOnExtraDays, windows }) => opensOnExtraDays && windows.some(({ itemGroup }) => groups.has(itemGroup)),
  )
  const message = 'days are open on which no office with opensOnExtraDays serves an item group with extraDayItems'
  return possible ? [] : [{ file: 'opening', at: 'holidays', message }]
}

/** Booking groups, zones, and what is done on Saturdays: an item and whoever names it must mean the same. */
function checkItems({ items, itemGroups, zones }: CountyPack): Contradiction[] {
  const groups = new Set(itemGroups.map(({ id }) => id))
  const knownZones = new Set(zones.map(({ id }) => id))
  const named = new Set(items.map(({ itemGroup, name }) => `${itemGroup ?? ''} ${name}`))
  const ofItems = items.flatMap((item, index): Contradiction[] => {
    const wrong = item.zones.filter((zone) => !knownZones.has(zone)).map((zone) => [`zones`, `no zone ${zone} in zones.json`])
    if (item.itemGroup !== null && !groups.has(item.itemGroup))
      wrong.push(['itemGroup', `no item group ${item.itemGroup} in item-groups.json`])
    return wrong.map(([field, message]) => ({ file: 'items', at: `items.${index}.${field ?? ''}`, message: message ?? '' }))
  })
  const ofGroups = itemGroups.flatMap(({ id, extraDayItems }, index) =>
    extraDayItems.flatMap((name, entry): Contradiction[] => {
      const at = `itemGroups.${index}.extraDayItems.${entry}`
      return named.has(`${id} ${name}`) ? [] : [{ file: 'itemGroups', at, message: `no item ${name} of ${id} in items.json` }]
    }),
  )
  return [...ofItems, ...ofGroups]
}

/** Areas stand at offices of the pack and have machines that it describes; a machine that stands nowhere was forgotten. */
function checkSelfService({ offices, selfService: { machines, areas } }: CountyPack): Contradiction[] {
  const places = new Set(offices.map(({ id }) => id))
  const known = new Set(machines.map(({ id }) => id))
  const standing = new Set(areas.flatMap((area) => area.machines))
  const wrong = (at: string, message: string): Contradiction => ({ file: 'selfService', at, message })
  const ofAreas = areas.flatMap(({ office, machines: here }, index) => [
    ...(places.has(office) ? [] : [wrong(`areas.${index}.office`, `no office ${office} in offices.json`)]),
    ...here.flatMap((id, entry) => (known.has(id) ? [] : [wrong(`areas.${index}.machines.${entry}`, `no machine ${id}`)])),
  ])
  const ofMachines = machines.flatMap(({ id }, index) =>
    standing.has(id) ? [] : [wrong(`machines.${index}.id`, `${id} stands in no area`)],
  )
  return [...ofAreas, ...ofMachines]
}
