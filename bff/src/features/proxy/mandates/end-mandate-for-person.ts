import type { z } from 'zod'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { StaffEndMandateInput } from '@one-visit/shared/proxy/schemas'
import { Account } from '../../../identity/account.entity'
import { ATTEMPT_POLICIES, checkSecret } from '../../../identity/attempts'
import { endMandate } from '../../../identity/mandate-ending'
import { Mandate } from '../../../identity/mandate.entity'
import { SEALED } from '../../../identity/person'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { handOf } from './mandate-audit'
import { tellEnded } from './mandate-notices'
import { presentMandate } from './mandate-presenter'

type Input = z.output<typeof StaffEndMandateInput>

/**
 * Ends a mandate for the person, who rang up or came, at any counter. One that has ended already is answered all the same. Throws
 * `mandate_unknown`, the same for a wrong pair as for a number that does not exist, and `too_many_attempts` after several of them.
 */
export async function endMandateForPerson(
  deps: MandateDeps,
  staff: StaffPrincipal,
  { input, requestId }: { readonly input: Input; readonly requestId: string },
): Promise<MandateDto> {
  // Ten thousand endings of one number, and any number for one who tries: both are counted.
  const mandate = await checkSecret(deps, `mandate_end_by:${staff.staffId}`, ATTEMPT_POLICIES.mandate_number, () =>
    checkSecret(deps, `mandate_end:${input.number}`, ATTEMPT_POLICIES.case_secret, () => findByPair(deps, input)),
  )
  if (!mandate) throw problem('mandate_unknown')
  const now = deps.clock.now()
  return deps.database.inTransaction(async (tx) => {
    if (await endMandate(tx, mandate.id, input.from, { now, by: { actor: handOf(staff), requestId } }))
      await tellEnded(deps, tx, mandate, 'person')
    return presentMandate(deps, tx, await tx.findOneByOrFail(Mandate, { id: mandate.id }))
  })
}

async function findByPair({ database, crypto }: MandateDeps, { number, lastFour }: Input): Promise<Mandate | null> {
  const mandate = await database.read.findOneBy(Mandate, { number })
  const account = mandate ? await database.read.findOneBy(Account, { id: mandate.accountId }) : null
  if (!mandate || !account?.residentIdSealed) return null
  const residentId = crypto.open(account.residentIdSealed, SEALED.residentId)
  return residentId.endsWith(lastFour.toUpperCase()) ? mandate : null
}
