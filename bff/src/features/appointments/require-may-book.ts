import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { requireVisitsOf } from './asked-by'
import type { AppointmentDeps } from './deps'
import { findItemGroup } from './pack-names'
import { findSlotFacts } from './slot-facts'
import { requireVaccineAllowed } from './vaccine-check'
import type { Visitor } from './visitor'

interface Wanted {
  readonly principal: ResidentPrincipal
  readonly slotId: string
  readonly signal: AbortSignal
}

/**
 * What is asked before anything is locked: whether a mandate names what the slot is for, and the health department about a
 * vaccination; slots of other groups pass without a look at the person. Throws `slot_closed`, `mandate_scope` and what
 * `requireVaccineAllowed` does.
 */
export async function requireMayBook(
  deps: AppointmentDeps,
  { principal, slotId, signal }: Wanted,
  visitor: () => Promise<Pick<Visitor, 'residentId' | 'personIndex'>>,
): Promise<void> {
  if (principal.mandate === null && deps.pack.itemGroups.every(({ vaccine }) => vaccine === null)) return
  const slot = await findSlotFacts(deps.database.read, slotId)
  if (!slot) throw problem('slot_closed')
  requireVisitsOf(principal, slot.item_group)
  if (!findItemGroup(deps.pack, slot.item_group)?.vaccine) return
  await requireVaccineAllowed(deps, await visitor(), slot.item_group, slot.date as LocalDate, signal)
}
