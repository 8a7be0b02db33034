import type { SessionDto, SignedInDto } from '@one-visit/shared/identity/contract'
import { leaveFlow } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { queryClient } from '../../platform/query-client'
import { keepSignedIn, updateSession } from '../../platform/session'
import { IDENTITY_PAGES } from './identity-pages'

const SIGN_IN_FLOW = [PAGES.signIn, IDENTITY_PAGES.signInCode, IDENTITY_PAGES.provincial]

/** What was refused before may be answered now. Not awaited: the person goes on meanwhile. */
function askAnew(): void {
  void queryClient.invalidateQueries()
}

/** Signed in: keeps the session and leads back to where the person came from. */
export async function finishSignIn(reply: SignedInDto): Promise<void> {
  keepSignedIn(reply)
  askAnew()
  await leaveFlow(SIGN_IN_FLOW)
}

/** Real name, step-up or phone done: the session is another, and the page that asked for it is below. */
export async function finishProof(session: SessionDto, flow: readonly string[]): Promise<void> {
  updateSession(session)
  askAnew()
  await leaveFlow(flow)
}
