import { ADULT_AGE, CONSENT_DAYS } from '@one-visit/shared/family/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { turnsOn } from '../../identity/birthday'
import type { VerifiedPerson } from '../../identity/person'
import { problem } from '../../platform/errors'
import type { Sensitive } from '../../platform/sensitive'
import type { FamilyDeps } from './deps'

/** By what right somebody is shown, and until when; instants are UTC ISO 8601. */
export interface Binding {
  readonly status: 'active' | 'pending'
  readonly evidence: 'household' | 'consent'
  readonly endsAt: string
}

interface Candidate {
  readonly residentId: Sensitive<string>
  readonly personIndex: string
}

const DAY_MS = 86_400_000

/**
 * A minor is bound by the household register until the day of coming of age (Civil Code, article 17); an adult who has an
 * account is asked, for a week. Throws `not_same_household`, and `consent_not_possible` for an adult who has none to be asked in.
 */
export async function bindingOf(deps: FamilyDeps, asker: VerifiedPerson, candidate: Candidate): Promise<Binding> {
  const now = deps.clock.now()
  const adultFrom = turnsOn(candidate.residentId, ADULT_AGE, now)
  if (adultFrom <= localDateAt(now)) {
    await requireAccount(deps, candidate)
    const endsAt = new Date(now.getTime() + CONSENT_DAYS * DAY_MS).toISOString()
    return { status: 'pending', evidence: 'consent', endsAt }
  }
  await requireSameHousehold(deps, asker, candidate)
  return { status: 'active', evidence: 'household', endsAt: new Date(`${adultFrom}T00:00:00+08:00`).toISOString() }
}

async function requireAccount({ database }: FamilyDeps, { personIndex }: Candidate): Promise<void> {
  const [account] = await database.read.sql<object[]>`
    SELECT id FROM accounts WHERE resident_id_index = ${personIndex} AND counter_made = 0`
  if (!account) throw problem('consent_not_possible')
}

async function requireSameHousehold({ police }: FamilyDeps, asker: VerifiedPerson, { residentId }: Candidate): Promise<void> {
  const { value } = await police.householdMembers({ residentId: asker.residentId, owner: asker.residentIdIndex })
  if (!value.some((member) => member.residentId.reveal() === residentId.reveal())) throw problem('not_same_household')
}
