import { mandatedItems, requireMandatedItem } from '../../identity/mandated-item'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { PlaceRequest } from './place-visits'

/** Who asks for a place. What is booked with a mandate may use the places kept for elderly people and proxy bookings. */
export function askedBy({ actor, mandate }: ResidentPrincipal): Pick<PlaceRequest, 'actor' | 'mandateId' | 'channel'> {
  return { actor, mandateId: mandate?.id ?? null, channel: mandate === null ? 'app' : 'proxy' }
}

/**
 * Whether the person is told of a visit by a notice of its own. Of what is done with a mandate they get one message that says it all
 * (`visitWords` has what belongs to the visit).
 */
export const hasOwnNotice = ({ mandate }: ResidentPrincipal): boolean => mandate === null

/** Throws `mandate_scope` when somebody acts for the person and their mandate does not name this item group. */
export function requireVisitsOf(principal: ResidentPrincipal, itemGroup: string): void {
  requireMandatedItem(principal, 'book_visits', itemGroup)
}

/** Those that the caller may see: all of the person's, or those of the item groups that the mandate names. */
export function visibleTo<Row extends { readonly item_group: string }>(
  principal: ResidentPrincipal,
  rows: readonly Row[],
): Row[] {
  const groups = mandatedItems(principal, 'book_visits')
  return rows.filter(({ item_group }) => groups === null || groups.includes(item_group))
}
