import type { boardEndpoints } from '@one-visit/shared/appointments/board-contract'
import type { Handlers } from '../../../platform/http/register-endpoints'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { AppointmentDeps } from '../deps'
import { callNext } from './call-next'
import { cancelByStaff } from './cancel-by-staff'
import { changeCapacity } from './change-capacity'
import { checkIn } from './check-in'
import { closeDay } from './close-day'
import { enterVisit } from './enter-visit'
import { listVisits, takeDayList } from './list-visits'
import { moveByStaff } from './move-by-staff'
import { pauseSlots } from './pause-slots'
import { setVisitStatus } from './set-visit-status'
import type { StaffAct } from './staff-act'
import { viewBoard } from './view-board'
import { viewLoad } from './view-load'

export function boardHandlers(deps: AppointmentDeps): Handlers<typeof boardEndpoints> {
  const actOf = ({ principal, requestId }: { principal: StaffPrincipal; requestId: string }): StaffAct => ({
    staff: principal,
    requestId,
    at: deps.clock.now(),
  })
  return {
    'GET /v1/staff/board': ({ principal, query }) => viewBoard(deps, principal, query),
    'GET /v1/staff/visits': ({ principal, query }) => listVisits(deps, principal, query),
    'POST /v1/staff/visit-lists': (input) => takeDayList(deps, actOf(input), input.body),
    'POST /v1/staff/capacity-changes': (input) => changeCapacity(deps, actOf(input), input.body),
    'POST /v1/staff/slot-pauses': (input) => pauseSlots(deps, actOf(input), input.body),
    'POST /v1/staff/day-closures': (input) => closeDay(deps, actOf(input), input.body, input.once),
    'POST /v1/staff/appointments': (input) => enterVisit(deps, actOf(input), input.body, input),
    'POST /v1/staff/appointments/:id/move': (input) => moveByStaff(deps, actOf(input), input.params.id, input.body, input),
    'POST /v1/staff/appointments/:id/cancellation': (input) =>
      cancelByStaff(deps, actOf(input), input.params.id, input.body.reason),
    'POST /v1/staff/check-ins': (input) => checkIn(deps, actOf(input), input.body),
    'POST /v1/staff/calls': (input) => callNext(deps, actOf(input), input.body, input.once),
    'POST /v1/staff/appointments/:id/status': (input) => setVisitStatus(deps, actOf(input), input.params.id, input.body),
    'GET /v1/staff/load': ({ query }) => viewLoad(deps, query.days),
  }
}
