import type { CountyPack } from '../../platform/county-pack'
import { catalogueHandlers } from './routes'

const known = new WeakMap<CountyPack, ReturnType<typeof catalogueHandlers>>()

/** Working out the search takes long, so all servers of this process that have the same pack share it. */
export function catalogueOf({ pack }: { readonly pack: CountyPack }): ReturnType<typeof catalogueHandlers> {
  const handlers = known.get(pack) ?? catalogueHandlers({ pack })
  known.set(pack, handlers)
  return handlers
}
