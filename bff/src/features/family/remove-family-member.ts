import type { FamilyMember } from '../../identity/family-member.entity'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { FamilyDeps } from './deps'
import { appendFamilyAudit } from './family-audit'
import { tellEnded } from './family-notices'

type Removed = Pick<FamilyMember, 'accountId' | 'personIndex' | 'nameSealed' | 'status'>

/** Ends it from either side; `not_found` when the entry is about neither. The very next request sees nobody. */
export async function removeFamilyMember(
  deps: FamilyDeps,
  { accountId }: ResidentPrincipal,
  id: string,
  requestId: string,
): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    const [removed] = await tx.sql<Removed[]>`
      DELETE FROM family_members WHERE id = ${id} AND (account_id = ${accountId}
        OR person_index = (SELECT resident_id_index FROM accounts WHERE id = ${accountId}))
      RETURNING account_id AS "accountId", person_index AS "personIndex", name_sealed AS "nameSealed", status`
    if (!removed) throw problem('not_found')
    const entry = { id, ...removed }
    if (entry.accountId !== accountId) await tellEnded(deps, tx, entry)
    const what = { event: 'family_member_removed', actorId: accountId, requestId, at: deps.clock.now() }
    await appendFamilyAudit(tx, entry, what)
  })
}
