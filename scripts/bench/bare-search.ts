import { createItemSearch } from '../../bff/src/features/catalogue/item-search'
import { presentSummary } from '../../bff/src/features/catalogue/item-presenter'
import type { BareDeps } from './bare-people'

const MOST_FOUND = 20

/** The same engine over the same items; what is shown of each is written down once. */
export function bareSearch({ pack }: BareDeps): (query: URLSearchParams) => unknown {
  const search = createItemSearch(pack.items)
  const summaries = new Map(pack.items.map((item) => [item.id, presentSummary(pack, item)]))
  return (query) => ({ items: search(query.get('q') ?? '', MOST_FOUND).flatMap(({ id }) => summaries.get(id) ?? []) })
}
