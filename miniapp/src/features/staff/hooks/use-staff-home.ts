import { useQuery } from '@tanstack/react-query'
import { SESSION_WARNING_SECONDS } from '@one-visit/shared/identity/rules'
import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import { api } from '../../../platform/client'
import { queryClient } from '../../../platform/query-client'
import { findSessionEnd, type SessionEnd } from '../../../platform/session-end'
import { dropStaffToken, updateStaffSession } from '../../../platform/staff-session'
import { useSubmit, type Submit } from '../../../platform/use-submit'
import { useSecondsLeft } from '../../../ui/code-field'

/** Whether this session ends soon, by the clock of this device and, before anybody is warned, by the BFF. */
export function useStaffSessionEnd(session: StaffSessionDto): SessionEnd | null {
  const ends = Math.min(Date.parse(session.idleExpiresAt), Date.parse(session.absoluteExpiresAt))
  const left = useSecondsLeft(ends)
  const end = findSessionEnd(session, SESSION_WARNING_SECONDS.staff, ends - left * 1000)
  const { data: asked } = useQuery({
    // Asked again when the time is up: then the BFF refuses, and the way in opens.
    queryKey: ['staff-session-end', end?.at, left === 0],
    enabled: end !== null,
    queryFn: async () => {
      updateStaffSession(await api.call('GET /v1/staff/session'))
      return true
    },
  })
  return asked === true ? end : null
}

function leave(): void {
  dropStaffToken()
  queryClient.clear()
}

/** Continuing a session that would end. */
export function useStaffSessionRenewal(): Submit<'POST /v1/staff/session/renewal'> {
  return useSubmit('POST /v1/staff/session/renewal', updateStaffSession)
}

export function useStaffSignOut(): Submit<'DELETE /v1/staff/session'> {
  return useSubmit('DELETE /v1/staff/session', leave)
}
