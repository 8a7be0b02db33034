import type { MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import { problem } from '../platform/errors'
import type { ResidentPrincipal } from '../platform/http/principal'

/** The items that a mandate names for an operation: item groups, or kinds of licence; null when all are the person's own to see. */
export function mandatedItems({ mandate }: ResidentPrincipal, operation: MandateOperation): readonly string[] | null {
  if (mandate === null) return null
  return mandate.scope.find((entry) => entry.operation === operation)?.items ?? []
}

/** Throws `mandate_scope` when somebody acts for the person and the mandate does not name this item. */
export function requireMandatedItem(principal: ResidentPrincipal, operation: MandateOperation, item: string): void {
  const items = mandatedItems(principal, operation)
  if (items !== null && !items.includes(item)) throw problem('mandate_scope')
}
