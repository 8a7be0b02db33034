import type { Mandate } from '../../../identity/mandate.entity'
import { findSessions } from '../../../identity/session-store'
import type { Reader } from '../../../platform/database'
import type { Sensitive } from '../../../platform/sensitive'
import type { MandateDeps } from './deps'
import { findPersonPhone } from './person-phone'

/** The phone of somebody who is signed in nowhere, so that they hear by SMS; null for whoever reads it in the app. */
export async function findPhoneWithoutApp(
  { crypto, clock }: Pick<MandateDeps, 'crypto' | 'clock'>,
  read: Reader,
  mandate: Pick<Mandate, 'accountId' | 'actorKind' | 'actorId' | 'taskId'>,
): Promise<Sensitive<string> | null> {
  const sessions = await findSessions(read, { subjectKind: 'resident', subjectId: mandate.accountId }, clock.now())
  return sessions.length > 0 ? null : findPersonPhone(read, crypto, mandate)
}
