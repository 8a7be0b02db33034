import type { Transaction } from '../platform/database'

/** Under which replies are kept for this person, and to others who acted for them (`scopeOf` in platform/http/once.ts). */
export async function replyScopesOf(tx: Transaction, accountId: string): Promise<string[]> {
  const mandates = await tx.sql<{ id: string }[]>`SELECT id FROM mandates WHERE account_id = ${accountId}`
  const own = `resident:${accountId}`
  return [own, ...mandates.map(({ id }) => `${own}:${id}`)]
}
