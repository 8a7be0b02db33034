import type { catalogueEndpoints } from '@one-visit/shared/catalogue/contract'
import { OFTEN_USED_ITEMS } from '@one-visit/shared/catalogue/rules'
import type { CountyPack } from '../../platform/county-pack'
import { problem } from '../../platform/errors'
import { PreparedReply } from '../../platform/http/prepared-reply'
import type { Handlers } from '../../platform/http/register-endpoints'
import { findableOf } from './findable'
import type { ItemSearch } from './item-search'
import { presentDepartments, presentItem, presentSummary, presentZone } from './item-presenter'

const MOST_FOUND = 20

type Lasting = 'GET /v1/items' | 'GET /v1/item-departments' | 'GET /v1/often-used-items' | 'GET /v1/zones'

interface CatalogueDeps {
  readonly pack: CountyPack
  readonly search: () => ItemSearch
}

/** The pack does not change while the process runs: everything is worked out once. */
export function catalogueHandlers({ pack, search }: CatalogueDeps): Handlers<typeof catalogueEndpoints, Lasting> {
  const summaries = new Map(pack.items.map((item) => [item.id, presentSummary(pack, item)]))
  const summariesOf = (found: readonly { readonly id: string }[]) => found.flatMap(({ id }) => summaries.get(id) ?? [])
  const byOften = [...pack.items].sort((a, b) => a.often - b.often)
  const oftenUsed = PreparedReply.lasting({
    items: byOften.slice(0, OFTEN_USED_ITEMS).map((item) => ({
      ...presentSummary(pack, item),
      often: item.often,
      terms: findableOf(item).terms.map(({ text, syllables, weight }) => ({ text, syllables: syllables.join(' '), weight })),
    })),
  })
  const departments = presentDepartments(pack.items)
  const listOf = (items: typeof byOften) => PreparedReply.lasting({ items: summariesOf(items) })
  const nothing = listOf([])
  const lists = new Map<string | undefined, typeof nothing>([[undefined, listOf(byOften)]])
  for (const { department } of departments.items)
    lists.set(department, listOf(byOften.filter((item) => item.department === department)))
  const departmentList = PreparedReply.lasting(departments)
  const zones = PreparedReply.lasting({ items: pack.zones.map(({ id, name, summary }) => ({ id, name, summary })) })
  return {
    'GET /v1/item-search': ({ query }) => Promise.resolve({ items: summariesOf(search()(query.q, MOST_FOUND)) }),
    'GET /v1/items': ({ query }) => Promise.resolve(lists.get(query.department) ?? nothing),
    'GET /v1/item-departments': () => Promise.resolve(departmentList),
    'GET /v1/items/:id': ({ params }) => Promise.resolve(presentItem(pack, findOr404(pack.items, params.id))),
    'GET /v1/often-used-items': () => Promise.resolve(oftenUsed),
    'GET /v1/zones': () => Promise.resolve(zones),
    'GET /v1/zones/:id': ({ params }) => Promise.resolve(presentZone(pack, findOr404(pack.zones, params.id))),
  }
}

function findOr404<T extends { readonly id: string }>(entries: readonly T[], id: string): T {
  const found = entries.find((entry) => entry.id === id)
  if (!found) throw problem('not_found')
  return found
}
