import type { z } from 'zod'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { TaskMandateInput } from '@one-visit/shared/proxy/schemas'
import type { HelpRequest } from '../../../identity/help-request.entity'
import type { Mandate } from '../../../identity/mandate.entity'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { Once } from '../../../platform/http/handler-types'
import type { StaffPrincipal } from '../../../platform/http/principal'
import { activateMandate } from './activate-mandate'
import type { MandateDeps } from './deps'
import { appendMandateAudit } from './mandate-audit'
import { sendMandateCode } from './mandate-code'
import { tellAgreed, tellAsked } from './mandate-notices'
import { presentMandate } from './mandate-presenter'
import { getTask, holdOpenTask } from './mandate-task'
import { placeMandate } from './place-mandate'
import { readScan } from './read-scan'
import { keepScan } from './scan-store'
import { scopeText } from './scope'
import { requireWayToAsk } from './way-to-ask'

interface Request {
  readonly taskId: string
  readonly input: z.output<typeof TaskMandateInput>
  readonly once: Once
  readonly requestId: string
}

/**
 * Asks the person of a task for a mandate for the volunteer who has it, or witnesses theirs. Throws `not_found` for a task that is not
 * the caller's to see, `status_changed` for one that nobody has, `not_allowed` where the person cannot answer in that way or the
 * caller may not witness, `invalid_input`, `mandate_limit_reached`, and `too_many_attempts` for whoever asks again and again.
 */
export async function askMandateForTask(
  deps: MandateDeps,
  staff: StaffPrincipal,
  { taskId, input, once, requestId }: Request,
): Promise<MandateDto> {
  const task = await getTask(deps.database.read, staff, taskId)
  const terms = { scope: scopeText(deps.pack, input.scope), days: input.days, taskId }
  const wanted = { ...sidesOf(task), ...terms, ...askedBy(staff), faceToFace: input.evidence === 'witnessed' }
  await requireWayToAsk(deps, staff, wanted, input.evidence)
  const scan = input.scan === null ? null : readScan(input.scan)
  return once(async (tx) => {
    const at = deps.clock.now()
    if (!(await holdOpenTask(tx, taskId, wanted.actorId))) throw problem('status_changed')
    const mandate = await placeMandate(tx, wanted, at)
    if (mandate.status === 'active') return presentMandate(deps, tx, mandate)
    const data = { evidence: input.evidence }
    await appendMandateAudit(tx, mandate, { event: 'mandate_asked', by: staff, data, requestId, at })
    const asked = scan === null ? await ask(deps, tx, mandate, input.evidence) : await witness(deps, tx, mandate, scan, at)
    return presentMandate(deps, tx, asked)
  })
}

function sidesOf({ accountId, status, volunteerId }: HelpRequest): Pick<Mandate, 'accountId' | 'actorKind' | 'actorId'> {
  if (status !== 'accepted' || volunteerId === null) throw problem('status_changed')
  return { accountId, actorKind: 'volunteer', actorId: volunteerId }
}

const askedBy = ({ role, staffId }: StaffPrincipal): Pick<Mandate, 'askedByKind' | 'askedById'> => ({
  askedByKind: role === 'volunteer' ? 'volunteer' : 'staff',
  askedById: staffId,
})

async function ask(deps: MandateDeps, tx: Transaction, mandate: Mandate, evidence: string): Promise<Mandate> {
  if (evidence === 'phone_code') await sendMandateCode(deps, tx, mandate)
  await tellAsked(deps, tx, mandate)
  return mandate
}

async function witness(deps: MandateDeps, tx: Transaction, asked: Mandate, scan: Buffer, now: Date): Promise<Mandate> {
  const mandate = await activateMandate(tx, asked, 'witnessed', now)
  await keepScan(tx, deps.crypto, { mandateId: mandate.id, image: scan, takenAt: now })
  await tellAgreed(deps, tx, mandate)
  return mandate
}
