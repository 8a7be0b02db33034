import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Database, Transaction } from '../platform/database'
import { LONGEST_STALE_SECONDS } from './policies'

/** Names a copy: whose data it is, and what was asked. */
export interface CopyKey {
  /**
   * The blind index of the person, or `secret` when whoever knows the secret in `question` may see the answer. A copy never
   * serves another owner.
   */
  readonly owner: string
  /** All that the answer depends on; may hold secrets, for it is kept as a keyed hash only. */
  readonly question: string
}

/** The last copies of department replies, shared by all processes. */
export interface CopyStore {
  get(key: CopyKey): Promise<{ body: string; asOf: Date } | null>
  put(key: CopyKey, body: string, asOf: Date): Promise<void>
}

const PURPOSE = 'department_copy'

/** Copies in table `department_copies`: encrypted, and bound to their key, so that a body moved to another row does not open. */
export function createCopyStore(database: Database, crypto: FieldCrypto): CopyStore {
  const rowKey = (key: CopyKey): string => rowKeyOf(crypto, key)
  return {
    async get(key) {
      const row = rowKey(key)
      const [found] = await database.read.sql<
        { body: string; as_of: string }[]
      >`SELECT body, as_of FROM department_copies WHERE key = ${row}`
      return found ? { body: crypto.open(found.body, `${PURPOSE}:${row}`), asOf: new Date(found.as_of) } : null
    },
    async put(key, body, asOf) {
      const row = rowKey(key)
      const sealed = crypto.seal(body, `${PURPOSE}:${row}`)
      // The newer reply wins, whichever process writes last.
      await database.inTransaction(
        (tx) => tx.affected`
          INSERT INTO department_copies (key, body, as_of) VALUES (${row}, ${sealed}, ${asOf.toISOString()})
          ON CONFLICT (key) DO UPDATE SET body = excluded.body, as_of = excluded.as_of
          WHERE department_copies.as_of <= excluded.as_of`,
      )
    },
  }
}

const rowKeyOf = (crypto: FieldCrypto, { owner, question }: CopyKey): string =>
  `${owner}/${crypto.blindIndex(`${owner}/${question}`, PURPOSE)}`

/** Removes one copy, so that the department is asked the next time. */
export async function forgetCopy(tx: Transaction, crypto: FieldCrypto, key: CopyKey): Promise<void> {
  await tx.affected`DELETE FROM department_copies WHERE key = ${rowKeyOf(crypto, key)}`
}

/** Removes every copy of one person's data; `owner` is the blind index of the person. */
export async function forgetCopiesOf(tx: Transaction, owner: string): Promise<void> {
  // As in the index of the migration Growth: after the owner come a stroke and the 43 letters of the keyed hash.
  await tx.affected`DELETE FROM department_copies WHERE substr(key, 1, length(key) - 44) = ${owner}`
}

/** Removes the copies that are too old to be shown by any policy. */
export async function forgetOldCopies(tx: Transaction, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - LONGEST_STALE_SECONDS * 1000)
  await tx.affected`DELETE FROM department_copies WHERE as_of < ${oldest.toISOString()}`
}
