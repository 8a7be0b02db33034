import type { ApiProblem } from './api-problem'
import { currentAddress, go } from './navigation'
import { PAGES } from './pages'
import { dropToken } from './session'
import { dropStaffToken } from './staff-session'

const WAYS_IN: Partial<Record<ApiProblem['code'], string>> = {
  sign_in_required: PAGES.signIn,
  session_expired: PAGES.signIn,
  real_name_required: PAGES.realName,
  step_up_required: PAGES.stepUp,
}

let leading = false

/**
 * Leads a person who must first sign in, give the real name or confirm again to the page for it. That page is put on top, and
 * goes back by itself: what was typed is still on the page below.
 */
export async function leadIn(problem: ApiProblem): Promise<void> {
  const page = WAYS_IN[problem.code]
  if (page === undefined) return
  if (page === PAGES.signIn) dropToken()
  await leadTo(page, problem)
}

/** The same for a member of staff, who has only one way in. */
export async function leadStaffIn(problem: ApiProblem): Promise<void> {
  if (WAYS_IN[problem.code] !== PAGES.signIn) return
  dropStaffToken()
  await leadTo(PAGES.staffSignIn, problem)
}

async function leadTo(page: string, problem: ApiProblem): Promise<void> {
  if (leading || currentAddress().startsWith(page)) return
  leading = true
  try {
    await go(page, { reason: problem.code })
  } finally {
    leading = false
  }
}

/** True when `leadIn` answers this problem with a page of its own, so that the asking page need not show it as an error. */
export function hasWayIn(problem: ApiProblem): boolean {
  return WAYS_IN[problem.code] !== undefined
}
