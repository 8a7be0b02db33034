import type { ServiceItem } from '../../platform/county-pack/items-file'
import { createItemSearch } from './item-search'

/** What somebody types, and the items of which one is meant. */
export interface EverydayQuery {
  readonly query: string
  readonly expected: readonly string[]
}

export interface SearchCheck {
  /** `place`: from 1; null: not found. `found`: the names of the first ones, best first. */
  readonly places: readonly { readonly query: string; readonly place: number | null; readonly found: readonly string[] }[]
  /** Of all queries, how many find what is meant among the first three. */
  readonly percent: number
  readonly isGoodEnough: boolean
}

const FIRST = 3
const LEAST_PERCENT = 95
const LOOKED_AT = 20

/** At which place each query finds what is meant. */
export function checkSearch(items: readonly ServiceItem[], queries: readonly EverydayQuery[]): SearchCheck {
  const search = createItemSearch(items)
  const names = new Map(items.map(({ id, name }) => [id, name]))
  const places = queries.map(({ query, expected }) => {
    const found = search(query, LOOKED_AT)
    const at = found.findIndex(({ id }) => expected.includes(id))
    const first = found.slice(0, Math.max(at + 1, FIRST)).map(({ id }) => names.get(id) ?? id)
    return { query, place: at < 0 ? null : at + 1, found: first }
  })
  const good = places.filter(({ place }) => place !== null && place <= FIRST).length
  const percent = (100 * good) / queries.length
  return { places, percent, isGoodEnough: percent >= LEAST_PERCENT }
}
