import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useIsPageShown } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useStaffSession } from '../../../platform/staff-session'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** A consent given on the person's phone, or a task somebody else took, shows soon; milliseconds. */
const EVERY = 5_000

const TASKS = 'GET /v1/staff/tasks'
const TASK = 'GET /v1/staff/tasks/:id'

/** Followed while the page is on top and somebody is signed in. */
function useLive(): { enabled: boolean; everyMs: number | false } {
  const signedIn = useStaffSession() !== null
  const shown = useIsPageShown()
  return { enabled: signedIn, everyMs: shown && EVERY }
}

/** Those promised first come first, as the BFF orders them. */
export function useTasks(closed: 'yes' | 'no'): LookUp<{ items: TaskDto[] }> {
  return useLookUp(TASKS, { query: { closed } }, useLive())
}

export function useTask(id: string): LookUp<TaskDto> {
  return useLookUp(TASK, { params: { id } }, useLive())
}

/** After a change of our own: what is on the screen, and below it, is asked anew. */
export async function refreshTasks(): Promise<void> {
  await Promise.all([TASKS, TASK].map((endpoint) => queryClient.invalidateQueries({ queryKey: [endpoint] })))
}
