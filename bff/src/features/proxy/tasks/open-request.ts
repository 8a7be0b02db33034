import type { z } from 'zod'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import type { OpenRequestInput } from '@one-visit/shared/proxy/schemas'
import { actedBy } from '../../../identity/acted-by'
import { resolvePerson, type ResolvedPerson } from '../../../identity/family-store'
import { ensurePersonAccount } from '../../../identity/person-account'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import type { Once } from '../../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../../platform/http/principal'
import type { TaskDeps } from './deps'
import { placeRequest, requirePossible } from './place-request'
import { presentRequests } from './request-presenter'
import { tellChanged } from './request-notices'

/**
 * Asks for help for the one who is signed in, or for somebody of the family. Throws `not_found` for who is not of the family and
 * for an unknown office, `request_limit_reached` for a fourth that is not closed.
 */
export async function openRequest(
  deps: TaskDeps,
  principal: ResidentPrincipal,
  input: z.output<typeof OpenRequestInput>,
  { once, requestId }: { readonly once: Once; readonly requestId: string },
): Promise<HelpRequestDto> {
  requirePossible(deps, input)
  const person = await resolvePerson(deps, principal.accountId, input.member ?? 'self')
  return once(async (tx) => {
    const accountId = await accountOf(deps, tx, principal, person)
    const asked = { accountId, askedByKind: 'resident', askedById: principal.accountId } as const
    const request = await placeRequest(deps, tx, asked, input)
    await appendAudit(tx, {
      event: 'help_requested',
      ...actedBy(principal),
      beneficiaryId: accountId,
      subject: request.id,
      data: { office: request.officeId },
      requestId,
      at: deps.clock.now(),
    })
    if (accountId !== principal.accountId) await tellChanged(deps, tx, request, { kind: 'opened', by: principal.accountId })
    const [shown] = await presentRequests(deps, tx, [request])
    if (!shown) throw new Error('A request was not presented.')
    return shown
  })
}

/** A child of the family has none until somebody needs one; the police confirmed the name when it was added. */
function accountOf(
  deps: TaskDeps,
  tx: Transaction,
  { accountId }: ResidentPrincipal,
  { relation, name, residentId }: ResolvedPerson,
): Promise<string> {
  if (relation === null) return Promise.resolve(accountId)
  return ensurePersonAccount(tx, deps, { name: name.reveal(), residentId: residentId.reveal() })
}
