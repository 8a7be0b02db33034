import { endActing } from './acting'
import type { ApiProblem } from './api-problem'
import { currentAddress, finishAt, go } from './navigation'
import { PAGES } from './pages'
import { dropToken } from './session'
import { dropStaffToken } from './staff-session'

const WAYS_IN: Partial<Record<ApiProblem['code'], string>> = {
  sign_in_required: PAGES.signIn,
  session_expired: PAGES.signIn,
  real_name_required: PAGES.realName,
  step_up_required: PAGES.stepUp,
}

/** A page's code may be long in coming over a weak signal. After so many milliseconds it is taken for lost. */
const ON_THE_WAY = 10_000

/** The page to which people are led, and since when, epoch milliseconds; until it is seen, not when the router says so. */
let leading: { page: string; since: number } | null = null

const isLeading = (): boolean => leading !== null && Date.now() - leading.since < ON_THE_WAY

/** A page is on top. */
export function noteArrival(): void {
  leading = null
}

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

/** A mandate that holds no more, for whatever reason. */
const OVER: readonly ApiProblem['code'][] = ['mandate_unknown', 'mandate_not_active', 'mandate_ended', 'mandate_expired']

export const endsActing = ({ code }: ApiProblem): boolean => OVER.includes(code)

/** The mandate under which somebody acted holds no more: nothing of the person stays, and a page says what happened. */
export async function leadOut(problem: ApiProblem): Promise<void> {
  endActing()
  // To be told why comes before everything else that was on the way.
  if (leading?.page !== PAGES.actingEnded) noteArrival()
  await leadTo(PAGES.actingEnded, problem, finishAt)
}

async function leadTo(page: string, problem: ApiProblem, open: typeof go = go): Promise<void> {
  // What a page asked for while it was being left leads nobody away from being told why.
  if (isLeading() || [page, PAGES.actingEnded].some((one) => currentAddress().startsWith(one))) return
  leading = { page, since: Date.now() }
  try {
    await open(page, { reason: problem.code })
  } catch (error) {
    noteArrival()
    throw error
  }
}

/** True when `leadIn` answers this problem with a page of its own, so that the asking page need not show it as an error. */
export function hasWayIn(problem: ApiProblem): boolean {
  return WAYS_IN[problem.code] !== undefined
}
