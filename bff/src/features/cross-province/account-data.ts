import type { AccountDataPart } from '../../identity/account-data'
import { CrossProvinceApplication } from './application.entity'
import { openContent } from './application-content'
import { presentApplication, type PresenterDeps } from './application-presenter'

/**
 * Applications of the account's person, for export, deletion and joining of accounts. The cases themselves are the department's. What
 * has not been sent when the account goes is not sent any more.
 */
export function applicationData(deps: PresenterDeps): AccountDataPart {
  return {
    name: 'applications',
    export: async (read, accountId) => {
      const rows = await read.find(CrossProvinceApplication, { where: { accountId }, order: { id: 'ASC' } })
      return rows.map((row) => ({
        ...presentApplication(deps, row, true),
        answers: openContent(row, deps.crypto)?.answers ?? [],
      }))
    },
    erase: async (tx, accountId) => {
      await tx.delete(CrossProvinceApplication, { accountId })
    },
    move: async (tx, fromId, toId) => {
      // Only an account without a real name is ever joined, and such a one has applied for nothing.
      await tx.update(CrossProvinceApplication, { accountId: fromId }, { accountId: toId })
    },
  }
}
