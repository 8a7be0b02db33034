import type { FamilyMember } from '../../identity/family-member.entity'
import { appendAudits, type AuditEntry } from '../../platform/audit'
import type { Transaction } from '../../platform/database'

type FamilyAudit = Pick<AuditEntry, 'event' | 'data' | 'requestId' | 'at'> & { readonly actorId: string }

/** Writes it down for both sides, each of whom may read what was done with them: the account that shows, and the person shown. */
export async function appendFamilyAudit(
  tx: Transaction,
  member: Pick<FamilyMember, 'id' | 'accountId' | 'personIndex'>,
  audit: FamilyAudit,
): Promise<void> {
  const accounts = await tx.sql<{ id: string }[]>`SELECT id FROM accounts WHERE resident_id_index = ${member.personIndex}`
  const { actorId, ...what } = audit
  await appendAudits(
    tx,
    [member.accountId, ...accounts.map(({ id }) => id)].map((beneficiaryId) => ({
      ...what,
      actor: { kind: 'resident', id: actorId },
      beneficiaryId,
      subject: member.id,
    })),
  )
}
