import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { VerificationDto } from '@one-visit/shared/licences/contract'
import { licenceFieldLabel } from '@one-visit/shared/licences/fields'
import { STATUS_LIST_SECONDS } from '@one-visit/shared/licences/rules'
import type { VerifyInput } from '@one-visit/shared/licences/schemas'
import type { z } from 'zod'
import { appendAudit } from '../../platform/audit'
import type { Transaction } from '../../platform/database'
import { Problem, problem } from '../../platform/errors'
import type { Once } from '../../platform/http/handler-types'
import type { StaffPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { noteCancelled } from './note-cancelled'
import type { LicencePresentation } from './presentation.entity'
import type { PresentationContent } from './presentation-content'
import { readScanned } from './read-scanned'
import { redeemPresentation } from './redeem-presentation'
import { recordView, sealPurpose } from './view-log'

interface Request {
  readonly input: z.output<typeof VerifyInput>
  readonly once: Once
  readonly requestId: string
  readonly signal: AbortSignal
}

interface Checked {
  readonly row: LicencePresentation
  readonly content: PresentationContent | null
  readonly asOf: Date
}

/**
 * Checks a shown licence, once, and tells the holder who did, where and why. Throws `presentation_unknown`, `presentation_used`,
 * the `code_` problems, `licence_revoked`, `licence_expired`, `too_many_attempts` and the department problems.
 */
export async function verifyPresentation(
  deps: LicenceDeps,
  principal: StaffPrincipal,
  { input, once, requestId, signal }: Request,
): Promise<VerificationDto> {
  const checking = check(deps, principal, input.code, signal)
  await checking.catch(() => undefined)
  // Refused in here only: a check that is repeated because its answer was lost gets that answer, used up or not.
  return once(async (tx) => redeem(deps, tx, { ...(await checking), principal, purpose: input.purpose, requestId }))
}

async function check(deps: LicenceDeps, { staffId }: StaffPrincipal, code: string, signal: AbortSignal): Promise<Checked> {
  const { row, content } = await readScanned(deps, code, staffId)
  // One that is over is refused by the statement that would redeem it; nobody needs to be asked.
  if (!content || isOver(row, deps.clock.now())) return { row, content, asOf: new Date(row.asOf) }
  if (row.validUntil !== null && row.validUntil < localDateAt(deps.clock.now())) throw problem('licence_expired')
  return { row, content, asOf: await requireInForce(deps, row, content.licenceId, signal) }
}

const isOver = ({ endedAt, revokedAt, expiresAt }: LicencePresentation, now: Date): boolean =>
  endedAt !== null || revokedAt !== null || Date.parse(expiresAt) <= now.getTime()

/**
 * When the library said that it holds: now, or, when it cannot be asked, when it was shown, which is as recent as the published
 * status list is.
 */
async function requireInForce(
  deps: LicenceDeps,
  row: LicencePresentation,
  licenceId: string,
  signal: AbortSignal,
): Promise<Date> {
  try {
    const { value, asOf } = await deps.licenceLibrary.stateOf([licenceId], signal)
    if (value.get(licenceId) === 'valid') return asOf
  } catch (error) {
    const known = new Date(row.asOf)
    const isRecent = deps.clock.now().getTime() - known.getTime() <= STATUS_LIST_SECONDS * 1000
    if (error instanceof Problem && isRecent) return known
    throw error
  }
  await noteCancelled(deps, [licenceId])
  throw problem('licence_revoked')
}

interface Redeeming extends Checked {
  readonly principal: StaffPrincipal
  readonly purpose: string
  readonly requestId: string
}

async function redeem(deps: LicenceDeps, tx: Transaction, checked: Redeeming): Promise<VerificationDto> {
  const { row, content, asOf, principal, purpose, requestId } = checked
  const at = deps.clock.now()
  await redeemPresentation(tx, row.id, at)
  if (!content) throw new Error('redeemed a presentation whose content was gone')
  const { staffId, officeId, role } = principal
  const id = await recordView(tx, {
    ...{ accountId: row.accountId, at, kind: 'verified', type: row.type, presentationId: row.id },
    fieldKeys: content.fields.map(([key]) => key),
    actedBy: null,
    seenBy: { staffId, officeId, purposeSealed: sealPurpose(deps.crypto, purpose) },
  })
  await appendAudit(tx, {
    event: 'licence_verified',
    actor: { kind: role === 'volunteer' ? 'volunteer' : 'staff', id: staffId },
    beneficiaryId: row.accountId,
    subject: row.id,
    data: { way: row.way },
    requestId,
    at,
  })
  return {
    ...{ id, way: row.way, type: row.type, issuer: content.issuer },
    fields: content.fields.map(([key, value]) => ({ key, label: licenceFieldLabel(row.type, key), value })),
    ...{ asOf: asOf.toISOString(), verifiedAt: at.toISOString() },
  }
}
