import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { PresentationDto } from '@one-visit/shared/licences/contract'
import type { PresentInput } from '@one-visit/shared/licences/schemas'
import type { z } from 'zod'
import type { DepartmentLicence } from '../../departments/department-licence'
import { actedBy } from '../../identity/acted-by'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { Once } from '../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { newId } from '../../platform/ids'
import { chosenFields } from './chosen-fields'
import type { LicenceDeps } from './deps'
import { findLicence } from './find-licence'
import { licenceIndexOf } from './licence-keys'
import { licenceStateOn } from './licence-state'
import { noteCancelled } from './note-cancelled'
import { placeShown } from './place-shown'
import type { ToShow } from './to-show'
import { recordView } from './view-log'

interface Request {
  readonly input: z.output<typeof PresentInput>
  readonly once: Once
  readonly requestId: string
  readonly signal: AbortSignal
}

/**
 * Shows chosen fields for PRESENTATION_SECONDS and one check. What is on the licence may be 30 seconds old; that it holds, the
 * library says now. Throws `not_found`, `invalid_input`, `licence_revoked`, `licence_expired`, `code_too_long` and the department problems: a
 * licence that nobody vouches for is not shown.
 */
export async function startPresentation(
  deps: LicenceDeps,
  principal: ResidentPrincipal,
  { input, once, requestId, signal }: Request,
): Promise<PresentationDto> {
  const { accountId } = principal
  const { value: licence } = await findLicence(deps, principal, { id: input.licence, copy: 'fresh', signal })
  const fields = chosenFields(licence, input.fields)
  const asOf = await requireInForce(deps, licence, signal)
  return once(async (tx) => {
    const at = deps.clock.now()
    const licenceIndex = licenceIndexOf(deps.crypto, licence.licenceId)
    const toShow: ToShow = { id: newId(at), accountId, licence, licenceIndex, fields, asOf, at }
    const presentation = await placeShown(deps, tx, input.way, toShow)
    await recordView(tx, {
      ...{ accountId, at, kind: 'presented', type: licence.type, fieldKeys: fields.map(({ key }) => key) },
      presentationId: toShow.id,
      actedBy: principal.mandate && principal.actor,
      seenBy: null,
    })
    await appendAudit(tx, {
      event: 'licence_presented',
      ...actedBy(principal),
      subject: toShow.id,
      // What the holder agreed to show; keys of fields, never what stands in them.
      data: { way: input.way, type: licence.type, fields: fields.map(({ key }) => key).join(',') },
      requestId,
      at,
    })
    return presentation
  })
}

/** When the library said that it holds. Its own department and the library must agree. */
async function requireInForce(deps: LicenceDeps, licence: DepartmentLicence, signal: AbortSignal): Promise<Date> {
  const state = licenceStateOn(licence, localDateAt(deps.clock.now()))
  if (state === 'revoked') throw problem('licence_revoked')
  if (state === 'expired') throw problem('licence_expired')
  const { value, asOf } = await deps.licenceLibrary.stateOf([licence.licenceId], signal)
  if (value.get(licence.licenceId) === 'valid') return asOf
  await noteCancelled(deps, [licence.licenceId])
  throw problem('licence_revoked')
}
