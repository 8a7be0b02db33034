import { endMandate } from '../../../identity/mandate-ending'
import type { ResidentPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { getOwnMandate } from './find-mandate'
import { handOf } from './mandate-audit'
import { tellEnded } from './mandate-notices'

/** Ends it from either side; ending it twice is no mistake. Throws `not_found` when it is about neither. */
export async function endOwnMandate(
  deps: MandateDeps,
  principal: ResidentPrincipal,
  { id, requestId }: { readonly id: string; readonly requestId: string },
): Promise<void> {
  const mandate = await getOwnMandate(deps, principal, id)
  const side = mandate.accountId === principal.accountId ? 'person' : 'actor'
  const ending = side === 'person' ? 'person_app' : 'actor'
  const by = { actor: handOf(principal), requestId }
  await deps.database.inTransaction(async (tx) => {
    if (await endMandate(tx, id, ending, { now: deps.clock.now(), by })) await tellEnded(deps, tx, mandate, side)
  })
}
