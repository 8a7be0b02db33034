import { problem } from '../../../platform/errors'
import { sensitive } from '../../../platform/sensitive'
import type { AppointmentRow } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { SEALED_VISIT, type Visitor } from '../visitor'

/** The person of a visit that goes on elsewhere; throws `appointment_not_changeable` when their data have been deleted. */
export function visitorOfVisit({ crypto }: Pick<AppointmentDeps, 'crypto'>, visit: AppointmentRow): Visitor {
  const { name_sealed: nameSealed, resident_id_sealed: residentIdSealed } = visit
  if (nameSealed === null || residentIdSealed === null) throw problem('appointment_not_changeable')
  return {
    accountId: visit.account_id,
    personIndex: visit.person_index,
    nameSealed,
    residentIdSealed,
    phoneSealed: visit.phone_sealed,
    elder: visit.elder === 1,
    residentId: sensitive(crypto.open(residentIdSealed, SEALED_VISIT.residentId)),
  }
}
