import type { MandateSlipDto } from '@one-visit/shared/proxy/contract'
import { MANDATE_QR_PREFIX } from '@one-visit/shared/proxy/rules'
import { HelpRequest } from '../../../identity/help-request.entity'
import type { Mandate } from '../../../identity/mandate.entity'
import type { MandateDeps } from './deps'
import { presentMandate } from './mandate-presenter'

/** The page to print. The number of the county's telephone ends the mandate, whichever office wrote it down. */
export async function mandateSlip(deps: MandateDeps, mandate: Mandate): Promise<MandateSlipDto> {
  const { read } = deps.database
  const task = mandate.taskId === null ? null : await read.findOneBy(HelpRequest, { id: mandate.taskId })
  const office = deps.pack.offices.find(({ id }) => id === task?.officeId)
  return {
    ...(await presentMandate(deps, read, mandate)),
    qr: `${MANDATE_QR_PREFIX}${mandate.number}`,
    endPhone: deps.pack.county.phone,
    officeAddress: office?.address ?? null,
  }
}
