import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/licences/pages/${screen}/index`

/**
 * Pages of this feature. `licence` takes `id`; `present` may take `licence`; `fields`, `check` and `show` take `licence`, the last
 * two also `fields`, keys with commas between, and `show` the `way` and the `id` of what was made to be shown.
 */
export const LICENCE_PAGES = {
  wallet: PAGES.wallet,
  licence: here('licence'),
  present: here('present'),
  fields: here('fields'),
  check: here('check'),
  show: here('show'),
  views: here('views'),
  contributions: PAGES.contributions,
} as const
