import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/catalogue/pages/${screen}/index`

/**
 * Pages of this feature. `search` may take `q`, what is looked for; `item` takes the `id` of an item; `places` and `place` may take
 * it: what is done there, or the place for itself; `place` and `machines` take an `office`; `zone` the `id` of a zone; `department`
 * its `name`.
 */
export const CATALOGUE_PAGES = {
  search: PAGES.search,
  item: here('item'),
  places: here('places'),
  place: here('place'),
  selfService: here('self-service'),
  machines: here('machines'),
  zones: here('zones'),
  zone: here('zone'),
  departments: here('departments'),
  department: here('department'),
} as const
