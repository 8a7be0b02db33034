import type { CountyPack } from '../../../platform/county-pack'
import type { Reader } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import { type AppointmentRow, findAppointment } from '../appointment-store'
import { requireOffice } from './board-policy'

/** A visit, for staff who work at its office; throws `not_found`, `not_allowed`. */
export async function getVisitFor(read: Reader, pack: CountyPack, staff: StaffPrincipal, id: string): Promise<AppointmentRow> {
  const visit = await findAppointment(read, id)
  if (!visit) throw problem('not_found', { detail: '没有找到这个预约。' })
  requireOffice(pack, staff, visit.office_id)
  return visit
}
