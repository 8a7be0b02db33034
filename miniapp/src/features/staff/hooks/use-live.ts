import type { BoardDto, BoardVisitListDto } from '@one-visit/shared/appointments/board-contract'
import { useIsPageShown } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useStaffSession } from '../../../platform/staff-session'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'
import type { Place } from '../place'

/** What anybody changes shows within five seconds; milliseconds. */
const REFRESH_EVERY = 3_000

/** Followed while the page is on top and somebody is signed in. */
function useLive(): { enabled: boolean; everyMs: number | false } {
  const signedIn = useStaffSession() !== null
  const shown = useIsPageShown()
  return { enabled: signedIn, everyMs: shown && REFRESH_EVERY }
}

export function useBoard({ office, date }: Place): LookUp<BoardDto> {
  return useLookUp('GET /v1/staff/board', { query: { office, date } }, useLive())
}

/** The visits of a day, or of one of its slots, in the order they are served. */
export function useVisits({ office, date }: Place, slot?: string): LookUp<BoardVisitListDto> {
  return useLookUp('GET /v1/staff/visits', { query: { office, date, ...(slot === undefined ? {} : { slot }) } }, useLive())
}

const ON_THE_BOARD = ['GET /v1/staff/board', 'GET /v1/staff/visits', 'GET /v1/nearest-slots']

/** After a change of our own: what is on the screen, and below it, is asked anew. */
export async function refreshBoard(): Promise<void> {
  await Promise.all(ON_THE_BOARD.map((endpoint) => queryClient.invalidateQueries({ queryKey: [endpoint] })))
}
