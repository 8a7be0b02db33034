import type { AccountDataPart } from '../../identity/account-data'
import type { Transaction } from '../../platform/database'
import type { LicenceDeps } from './deps'
import { LicencePresentation } from './presentation.entity'
import { LicenceView } from './licence-view.entity'
import { StatusPlace } from './status-place.entity'
import { allViews } from './view-log'

/** Who looked at licences, for export; the licences themselves are the departments'. What is being shown ends with the account. */
export function licenceData(deps: Pick<LicenceDeps, 'crypto' | 'pack'>): AccountDataPart {
  return {
    name: 'licences',
    export: (read, accountId) => allViews(deps, read, accountId),
    erase: async (tx, accountId) => {
      for (const entity of [LicencePresentation, LicenceView, StatusPlace]) await tx.delete(entity, { accountId })
    },
    move,
  }
}

async function move(tx: Transaction, fromId: string, toId: string): Promise<void> {
  for (const entity of [LicencePresentation, LicenceView]) await tx.update(entity, { accountId: fromId }, { accountId: toId })
  // A licence that both have shown keeps both places while codes with either may still be checked.
  await tx.affected`
    UPDATE licence_status_places SET account_id = ${toId}
    WHERE account_id = ${fromId} AND licence_index NOT IN (
      SELECT licence_index FROM licence_status_places WHERE account_id = ${toId})`
}
