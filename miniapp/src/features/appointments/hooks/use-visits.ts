import type { AppointmentDto, AppointmentListDto, WaitingListDto } from '@one-visit/shared/appointments/contract'
import { keyNow } from '../../../platform/look-up-key'
import { useIsPageShown } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useServed } from '../../../platform/served'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** Offers, numbers called and closed days change while somebody looks; milliseconds. */
const EVERY = 15_000

const VISIT = 'GET /v1/appointments/:id'

/** The person's visits; asks nothing while nobody is signed in. The last list is kept on the phone. */
export function useVisits(enabled = true): LookUp<AppointmentListDto> {
  const served = useServed()
  const everyMs = useIsPageShown() && EVERY
  return useLookUp('GET /v1/appointments', {}, { keepCopy: true, enabled: enabled && served !== null, everyMs })
}

export function useWaitingEntries(): LookUp<WaitingListDto> {
  const served = useServed()
  const everyMs = useIsPageShown() && EVERY
  return useLookUp('GET /v1/waiting-entries', {}, { keepCopy: true, enabled: served !== null, everyMs })
}

export function useVisit(id: string): LookUp<AppointmentDto> {
  const everyMs = useIsPageShown() && EVERY
  return useLookUp(VISIT, { params: { id } }, { keepCopy: true, everyMs })
}

/** What the BFF has just said of a visit shows at once, and everything that it changed is asked anew. */
export function noteVisit(visit: AppointmentDto): void {
  queryClient.setQueryData(keyNow(VISIT, { params: { id: visit.id } }), visit)
  noteSlotsChanged()
}

export function noteSlotsChanged(): void {
  for (const endpoint of [
    'GET /v1/appointments',
    'GET /v1/waiting-entries',
    'GET /v1/slots',
    'GET /v1/slot-days',
    'GET /v1/nearest-slots',
  ])
    void queryClient.invalidateQueries({ queryKey: [endpoint] })
}
