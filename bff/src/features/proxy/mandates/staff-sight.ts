import type { Mandate } from '../../../identity/mandate.entity'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { getMandateOfOffice } from './find-mandate'
import { writeRefusedAct } from './mandate-audit'
import { presentState } from './mandate-presenter'

const CLOSED = { ended: 'mandate_ended', refused: 'mandate_ended', expired: 'mandate_expired' } as const

/**
 * What staff may look at: the office at all of its own, a volunteer at what still holds or waits. A volunteer who looks at one that
 * has ended is refused (`mandate_ended`, `mandate_expired`), and that stands among the acts.
 */
export async function getMandateToShowStaff(
  deps: MandateDeps,
  staff: StaffPrincipal,
  { id, endpoint, requestId }: { readonly id: string; readonly endpoint: string; readonly requestId: string },
): Promise<Mandate> {
  const mandate = await getMandateOfOffice(deps, staff, id)
  const { status } = presentState(mandate, deps.clock.now().toISOString())
  if (staff.role !== 'volunteer' || status === 'pending' || status === 'active') return mandate
  const refusal = CLOSED[status]
  await writeRefusedAct(deps, mandate, { by: staff, endpoint, refusal, requestId })
  throw problem(refusal)
}
