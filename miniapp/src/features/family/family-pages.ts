import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/family/pages/${screen}/index`

/** Pages of this feature. `addPerson` takes `relation`; `confirmCode` and `remove` take the `id` of an entry. The BFF's messages link to `requests`. */
export const FAMILY_PAGES = {
  list: PAGES.family,
  add: here('add'),
  addPerson: here('add-person'),
  confirmCode: here('confirm-code'),
  requests: here('requests'),
  remove: here('remove'),
} as const
