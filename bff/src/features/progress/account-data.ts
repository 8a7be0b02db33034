import type { AccountDataPart } from '../../identity/account-data'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import { Follow } from './follow.entity'
import { presentFollow } from './follow-presenter'

/** Followed cases, for export, deletion and joining of accounts. */
export function followData(crypto: FieldCrypto): AccountDataPart {
  return {
    name: 'follows',
    export: async (read, accountId) => (await read.findBy(Follow, { accountId })).map((row) => presentFollow(row, crypto)),
    erase: async (tx, accountId) => {
      await tx.delete(Follow, { accountId })
    },
    move: async (tx, fromId, toId) => {
      // A case that both follow stays with the one that remains.
      await tx.affected`DELETE FROM follows WHERE account_id = ${fromId} AND case_index IN (SELECT case_index FROM follows WHERE account_id = ${toId})`
      await tx.update(Follow, { accountId: fromId }, { accountId: toId })
    },
  }
}
