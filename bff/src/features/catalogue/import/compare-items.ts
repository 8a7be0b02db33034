import { isDeepStrictEqual } from 'node:util'
import type { ServiceItem } from '../../../platform/county-pack/items-file'
import { COLUMNS } from './columns'

export interface Comparison {
  readonly added: readonly ServiceItem[]
  readonly removed: readonly ServiceItem[]
  /** With the headings of the fields that differ. */
  readonly changed: readonly { readonly item: ServiceItem; readonly headings: readonly string[] }[]
  readonly unchanged: number
  /** Whether those that stay stand in another order. */
  readonly reordered: boolean
}

/** What one list has, by id, that the other has not. */
export function compareItems(before: readonly ServiceItem[], after: readonly ServiceItem[]): Comparison {
  const [old, next] = [new Map(before.map((item) => [item.id, item])), new Map(after.map((item) => [item.id, item]))]
  const staying = after.filter(({ id }) => old.has(id))
  const changed = staying.flatMap((item) => {
    const headings = COLUMNS.filter(({ key }) => !isDeepStrictEqual(old.get(item.id)?.[key], item[key])).map((one) => one.heading)
    return headings.length === 0 ? [] : [{ item, headings }]
  })
  const order = before.filter(({ id }) => next.has(id))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !next.has(id)),
    changed,
    unchanged: staying.length - changed.length,
    reordered: order.some(({ id }, index) => staying[index]?.id !== id),
  }
}

export const isSame = ({ added, removed, changed, reordered }: Comparison): boolean =>
  added.length + removed.length + changed.length === 0 && !reordered
