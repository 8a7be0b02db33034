import { forgetCopiesOf } from '../../departments/copy-store'
import type { AccountDataPart } from '../../identity/account-data'
import type { Transaction } from '../../platform/database'
import type { FamilyDeps } from './deps'
import { listFamily } from './list-family'

/** Whom the account shows, and who shows its person, for export, deletion and joining of accounts. */
export function familyData(deps: Pick<FamilyDeps, 'database' | 'crypto' | 'clock'>): AccountDataPart {
  return {
    name: 'family',
    export: async (_read, accountId) => {
      const { members, viewers } = await listFamily(deps, { accountId })
      return [...members.map((one) => ({ side: 'member', ...one })), ...viewers.map((one) => ({ side: 'viewer', ...one }))]
    },
    erase,
    move,
  }
}

/** From both sides. A minor has nobody else to forget the copies of what departments said. */
async function erase(tx: Transaction, accountId: string): Promise<void> {
  const minors = await tx.sql<{ person_index: string }[]>`
    SELECT person_index FROM family_members WHERE account_id = ${accountId} AND evidence = 'household'`
  for (const { person_index } of minors) await forgetCopiesOf(tx, person_index)
  await tx.affected`
    DELETE FROM family_members
    WHERE account_id = ${accountId} OR person_index = (SELECT resident_id_index FROM accounts WHERE id = ${accountId})`
}

/** Only an account without a real name is ever joined, and such a one shows nobody; were it otherwise, the limits would hold. */
async function move(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.affected`
    UPDATE family_members SET account_id = ${toId}
    WHERE account_id = ${fromId} AND NOT EXISTS (SELECT 1 FROM family_members kept WHERE kept.account_id = ${toId})`
  await tx.affected`
    DELETE FROM family_members WHERE account_id = ${fromId}
      OR (account_id = ${toId} AND person_index = (SELECT resident_id_index FROM accounts WHERE id = ${toId}))`
}
