import { buildSearchIndex } from '@one-visit/shared/catalogue/search-index'
import { type Found, searchItems } from '@one-visit/shared/catalogue/search-items'
import { soundOf } from '@one-visit/shared/catalogue/search-runs'
import type { ServiceItem } from '../../platform/county-pack/items-file'
import { findableOf, syllablesOf } from './findable'

/** What was typed → the items that fit, best first. */
export type ItemSearch = (query: string, limit: number) => Found[]

export function createItemSearch(items: readonly ServiceItem[]): ItemSearch {
  const index = buildSearchIndex(items.map(findableOf))
  const soundsOf = (text: string): string[] => syllablesOf(text).map(soundOf)
  return (query, limit) => searchItems(index, query, limit, soundsOf)
}
