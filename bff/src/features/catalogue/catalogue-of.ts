import type { CountyPack } from '../../platform/county-pack'
import { createItemSearch, type ItemSearch } from './item-search'
import { catalogueHandlers } from './routes'

interface Catalogue {
  readonly handlers: ReturnType<typeof catalogueHandlers>
  readonly search: () => ItemSearch
}

const known = new WeakMap<CountyPack, Catalogue>()

/** Working out the search takes half a second: all servers of this process that have the same pack share it, made when first needed. */
function catalogueFor(pack: CountyPack): Catalogue {
  const found = known.get(pack)
  if (found) return found
  let made: ItemSearch | undefined
  const search = () => (made ??= createItemSearch(pack.items))
  const catalogue = { search, handlers: catalogueHandlers({ pack, search }) }
  known.set(pack, catalogue)
  return catalogue
}

export const catalogueOf = ({ pack }: { readonly pack: CountyPack }): Catalogue['handlers'] => catalogueFor(pack).handlers

/** For a server before it listens: the first person who searches does not wait for it. */
export function prepareSearch({ pack }: { readonly pack: CountyPack }): void {
  catalogueFor(pack).search()
}
