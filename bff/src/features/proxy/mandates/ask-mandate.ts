import type { z } from 'zod'
import { ADULT_AGE } from '@one-visit/shared/family/rules'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { AskMandateInput } from '@one-visit/shared/proxy/schemas'
import { Account } from '../../../identity/account.entity'
import { hasTurned } from '../../../identity/birthday'
import { type ResolvedPerson, resolvePerson } from '../../../identity/family-store'
import { problem } from '../../../platform/errors'
import type { Once } from '../../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { appendMandateAudit } from './mandate-audit'
import { sendMandateCode } from './mandate-code'
import { tellAsked } from './mandate-notices'
import { presentMandate } from './mandate-presenter'
import { placeMandate } from './place-mandate'
import { scopeText } from './scope'
import { canSignIn } from './way-to-ask'

interface Request {
  readonly input: z.output<typeof AskMandateInput>
  readonly once: Once
  readonly requestId: string
}

/**
 * A member of the family asks to act: the person agrees in the app, or reads out the code sent to the phone of their account.
 * Throws `not_found` for whoever is not shown on this account, `not_allowed` for a minor and for somebody who can be asked neither
 * way, `mandate_limit_reached`, and `too_many_attempts` for whoever asks again and again.
 */
export async function askMandate(
  deps: MandateDeps,
  principal: ResidentPrincipal,
  { input, once, requestId }: Request,
): Promise<MandateDto> {
  const { accountId: actorId } = principal
  const accountId = await findAccountToAsk(deps, await resolvePerson(deps, actorId, input.member))
  const scope = scopeText(deps.pack, input.scope)
  const asked = { askedByKind: 'resident', askedById: actorId, taskId: null, faceToFace: false } as const
  return once(async (tx) => {
    const now = deps.clock.now()
    const wanted = { accountId, actorKind: 'resident' as const, actorId, scope, days: input.days, ...asked }
    const mandate = await placeMandate(tx, wanted, now)
    if (mandate.status === 'pending') {
      await sendMandateCode(deps, tx, mandate)
      await tellAsked(deps, tx, mandate)
      await appendMandateAudit(tx, mandate, { event: 'mandate_asked', by: principal, requestId, at: now })
    }
    return presentMandate(deps, tx, mandate)
  })
}

async function findAccountToAsk({ database, clock }: MandateDeps, person: ResolvedPerson): Promise<string> {
  if (!hasTurned(person.residentId, ADULT_AGE, clock.now()))
    throw problem('not_allowed', { detail: '未成年人的事由监护人办，不用委托。' })
  const account = await database.read.findOneBy(Account, { residentIdIndex: person.residentIdIndex })
  if (!account || !canSignIn(account)) throw problem('not_allowed', { detail: NO_WAY_TO_ASK })
  return account.id
}

const NO_WAY_TO_ASK = '这位家人没有在手机上登录过，没法在手机上同意。请两人带身份证到便民服务中心办理。'
