import type { Reader, Transaction } from '../platform/database'

/**
 * What one feature keeps about accounts. Every feature that keeps something registers its part in app.ts, so that exporting,
 * deleting (PIPL, articles 45 and 47) and joining accounts reach all of it without one feature knowing another.
 */
export interface AccountDataPart {
  readonly name: 'appointments' | 'family' | 'follows' | 'licences' | 'helpRequests' | 'mandates' | 'messages' | 'applications'
  /** Everything kept, opened, as plain JSON rows. */
  export(read: Reader, accountId: string): Promise<Record<string, unknown>[]>
  erase(tx: Transaction, accountId: string): Promise<void>
  /** Hands everything over when two accounts of one person become one. */
  move(tx: Transaction, fromId: string, toId: string): Promise<void>
}
