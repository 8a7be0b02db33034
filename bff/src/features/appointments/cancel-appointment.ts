import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { actedBy } from '../../identity/acted-by'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { isChangeable, presentAppointment } from './appointment-presenter'
import { type AppointmentRow, findAppointment } from './appointment-store'
import { tellLists } from './book-appointment'
import { pauseIfDue } from './booking-pause'
import type { AppointmentDeps } from './deps'
import { endVisit } from './end-visit'
import { getOwnAppointment } from './own-appointments'
import { lockSlots } from './slot-store'
import { recipientOf, visitFactsOf } from './visit-facts'
import { enqueueVisitNotices, pausedNotice } from './visit-notices'

/** Cancels a visit of the person, until it begins. Twice is once. Throws `appointment_not_changeable`. */
export async function cancelAppointment(
  deps: AppointmentDeps,
  principal: ResidentPrincipal,
  id: string,
  requestId: string,
): Promise<AppointmentDto> {
  const { slot_id } = await getOwnAppointment(deps, principal, id)
  const cancelled = await deps.database.inTransaction(async (tx) => {
    const slot = (await lockSlots(tx, [slot_id])).get(slot_id)
    const visit = await findAppointment(tx, id)
    if (!slot || !visit) throw problem('not_found')
    if (visit.status === 'cancelled' && visit.ended_by === 'person') return visit
    const now = deps.clock.now()
    if (!isChangeable(visit, now)) throw problem('appointment_not_changeable')
    const ended = await endVisit(deps, tx, visit, slot, { status: 'cancelled', by: 'person', reason: null })
    await appendAudit(tx, { ...actedBy(principal), event: 'appointment_cancelled', subject: id, requestId, at: now })
    const pause = await pauseIfDue(tx, visit.person_index, now)
    if (pause) await enqueueVisitNotices(deps.outbox, tx, [noticeOf(deps, ended.visit, pause)])
    return ended.visit
  })
  tellLists(deps, cancelled)
  return presentAppointment(deps, cancelled)
}

const noticeOf = (deps: AppointmentDeps, row: AppointmentRow, { until, reason }: { until: string; reason: string }) =>
  pausedNotice(visitFactsOf(deps.pack, row), recipientOf(deps, row), until, reason)
