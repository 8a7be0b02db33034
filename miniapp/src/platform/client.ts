import { isActingNow, type Acting } from './acting'
import { createApi, type Call } from './api'
import { getDeviceId, newId } from './ids'
import { endsActing, leadIn, leadOut, leadStaffIn } from './lead-in'
import { getToken } from './session'
import { getStaffToken } from './staff-session'
import { taroTransport } from './transport'

/** Longer than the longest department deadline of the BFF, so that its own, more exact answer arrives first. Milliseconds. */
const REQUEST_TIMEOUT = 20_000

/** Those that only staff may call, though they are not under /v1/staff. */
const ALSO_FOR_STAFF: readonly Call[] = ['POST /v1/verifications']

/** A volunteer who acts for somebody calls the residents' endpoints with their own, staff session. */
const isForStaff = (endpoint: Call, acting: Acting | null): boolean =>
  endpoint.includes(' /v1/staff/') || ALSO_FOR_STAFF.includes(endpoint) || acting?.by === 'volunteer'

/** The app's one way to the BFF. */
export const api = createApi({
  baseUrl: API_BASE_URL,
  transport: taroTransport,
  getToken: (endpoint, acting) => (isForStaff(endpoint, acting) ? getStaffToken() : getToken()),
  isActingNow,
  getDeviceId,
  newId,
  timeoutMs: REQUEST_TIMEOUT,
  onProblem: (problem, endpoint, acting) => {
    if (endsActing(problem) && acting !== null) void leadOut(problem)
    else void (isForStaff(endpoint, acting) ? leadStaffIn(problem) : leadIn(problem))
  },
})
