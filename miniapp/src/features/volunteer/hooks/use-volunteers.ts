import type { VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import { queryClient } from '../../../platform/query-client'
import { useStaffSession } from '../../../platform/staff-session'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

const VOLUNTEERS = 'GET /v1/staff/volunteers'

/** Those of the office; who works there now comes first. */
export function useVolunteers(): LookUp<{ items: VolunteerDto[] }> {
  return useLookUp(VOLUNTEERS, {}, { enabled: useStaffSession() !== null })
}

export async function refreshVolunteers(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: [VOLUNTEERS] })
}
