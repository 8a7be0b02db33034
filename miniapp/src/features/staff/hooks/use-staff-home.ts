import { endActing } from '../../../platform/acting'
import { queryClient } from '../../../platform/query-client'
import { dropStaffToken } from '../../../platform/staff-session'
import { useSubmit, type Submit } from '../../../platform/use-submit'

function leave(): void {
  endActing()
  dropStaffToken()
  queryClient.clear()
}

export function useStaffSignOut(): Submit<'DELETE /v1/staff/session'> {
  return useSubmit('DELETE /v1/staff/session', leave)
}
