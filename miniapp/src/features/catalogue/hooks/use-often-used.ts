import type { ItemSummaryDto, OftenUsedDto } from '@one-visit/shared/catalogue/contract'
import { buildSearchIndex, type SearchIndex } from '@one-visit/shared/catalogue/search-index'
import { searchItems } from '@one-visit/shared/catalogue/search-items'
import { useMemo } from 'react'
import { useConsent } from '../../../platform/privacy'
import { useDue } from '../../../platform/use-due'
import { useLookUp } from '../../../platform/use-look-up'

const LIST = 'GET /v1/often-used-items'

/** The list is as heavy as a photo: once a week is often enough. Milliseconds. */
const GOOD_FOR = 7 * 86_400_000
const MOST_FOUND = 20

/** What is found among the items that are kept on the phone, best first. */
export type SearchOnPhone = (query: string) => readonly ItemSummaryDto[]

const indexOf = ({ items }: OftenUsedDto): SearchIndex =>
  buildSearchIndex(
    items.map(({ id, often, terms }) => ({
      id,
      often,
      terms: terms.map((term) => ({ ...term, syllables: term.syllables.split(' ') })),
    })),
  )

/** The index takes a slow phone a third of a second, so it is built when it is first needed: mostly never, for the county answers. */
function searchIn(list: OftenUsedDto): SearchOnPhone {
  let index: SearchIndex | null = null
  const byId = new Map(list.items.map((item) => [item.id, item]))
  return (query) => {
    index ??= indexOf(list)
    return searchItems(index, query, MOST_FOUND).flatMap(({ id }) => byId.get(id) ?? [])
  }
}

/** The search that works without a network; null until the list has once been fetched. */
export function useSearchOnPhone(): SearchOnPhone | null {
  const isWanted = useDue(LIST, {}, GOOD_FOR)
  const { data } = useLookUp(LIST, {}, { keepCopy: true, enabled: useConsent() && isWanted })
  return useMemo(() => (data === undefined ? null : searchIn(data)), [data])
}
