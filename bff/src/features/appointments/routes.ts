import type { appointmentEndpoints } from '@one-visit/shared/appointments/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import { acceptOffer } from './accept-offer'
import { requireVisitsOf } from './asked-by'
import { bookAppointment, createBookingLane } from './book-appointment'
import { cancelAppointment } from './cancel-appointment'
import type { AppointmentDeps } from './deps'
import { moveAppointment } from './move-appointment'
import { findNearestSlots } from './nearest-slots'
import { listAppointments, viewAppointment } from './own-appointments'
import { listSlotDays } from './slot-days'
import type { SlotLists } from './slot-lists'
import { checkVaccine } from './vaccine-check'
import { getVisitor } from './visitor'
import { joinWaitingList, leaveWaitingList, listWaitingEntries } from './waiting-list'

export function appointmentHandlers(
  deps: AppointmentDeps & { readonly slotLists: SlotLists },
): Handlers<typeof appointmentEndpoints, 'GET /v1/slots'> {
  const lane = createBookingLane(deps)
  return {
    'GET /v1/slot-days': ({ query }) => listSlotDays(deps, query),
    'GET /v1/slots': ({ query }) => deps.slotLists.get(query),
    'GET /v1/nearest-slots': ({ query }) => findNearestSlots(deps, query),
    'GET /v1/vaccine-check': async ({ principal, query, signal }) => {
      requireVisitsOf(principal, query.itemGroup)
      const visitor = await getVisitor(deps.database.read, deps, principal.accountId)
      return checkVaccine(deps, visitor, query.itemGroup, query.date, signal)
    },
    'GET /v1/appointments': ({ principal }) => listAppointments(deps, principal),
    'POST /v1/appointments': ({ body, ...call }) => bookAppointment(deps, lane, { ...call, ...body }),
    'GET /v1/appointments/:id': ({ principal, params }) => viewAppointment(deps, principal, params.id),
    'POST /v1/appointments/:id/move': ({ params, body, ...call }) => moveAppointment(deps, { ...call, ...body }, params.id),
    'POST /v1/appointments/:id/cancellation': ({ principal, params, requestId }) =>
      cancelAppointment(deps, principal, params.id, requestId),
    'GET /v1/waiting-entries': ({ principal }) => listWaitingEntries(deps, principal),
    'POST /v1/waiting-entries': ({ body, ...call }) => joinWaitingList(deps, { ...call, ...body }),
    'DELETE /v1/waiting-entries/:id': ({ principal, params, requestId }) =>
      leaveWaitingList(deps, principal, params.id, requestId),
    'POST /v1/waiting-entries/:id/acceptance': ({ params, ...call }) => acceptOffer(deps, call, params.id),
  }
}
