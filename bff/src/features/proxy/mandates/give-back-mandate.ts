import { endMandate } from '../../../identity/mandate-ending'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { getMandateOfOffice } from './find-mandate'
import { handOf } from './mandate-audit'
import { tellEnded } from './mandate-notices'

/** The volunteer needs it no more; twice is no mistake. Throws `not_found` for somebody else's. */
export async function giveBackMandate(
  deps: MandateDeps,
  staff: StaffPrincipal,
  { id, requestId }: { readonly id: string; readonly requestId: string },
): Promise<void> {
  const mandate = await getMandateOfOffice(deps, staff, id)
  if (mandate.actorId !== staff.staffId) throw problem('not_found')
  const by = { actor: handOf(staff), requestId }
  await deps.database.inTransaction(async (tx) => {
    if (await endMandate(tx, id, 'actor', { now: deps.clock.now(), by })) await tellEnded(deps, tx, mandate, 'actor')
  })
}
