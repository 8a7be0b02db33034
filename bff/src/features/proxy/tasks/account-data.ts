import { In } from 'typeorm'
import type { AccountDataPart } from '../../../identity/account-data'
import { HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import type { Transaction } from '../../../platform/database'
import type { TaskDeps } from './deps'
import { openText, type PresenterDeps, presentRequests } from './request-presenter'

/** Requests for help for the account's person, for export, deletion and joining of accounts. */
export function helpRequestData(deps: PresenterDeps): AccountDataPart {
  return {
    name: 'helpRequests',
    export: async (read, accountId) => {
      const rows = await read.find(HelpRequest, { where: { accountId }, order: { id: 'ASC' } })
      const shown = await presentRequests(deps, read, rows)
      return shown.map((dto, index) => ({ ...dto, ...openContact(deps, rows[index]) }))
    },
    erase: (tx, accountId) => erase(tx, accountId, deps.clock.now()),
    move: async (tx, fromId, toId) => {
      // Only an account without a real name is ever joined, and such a one has asked for nothing.
      await tx.update(HelpRequest, { accountId: fromId }, { accountId: toId })
      await tx.update(HelpRequest, { askedByKind: 'resident', askedById: fromId }, { askedById: toId })
    },
  }
}

const openContact = ({ crypto }: Pick<TaskDeps, 'crypto'>, row: HelpRequest | undefined): Record<string, string | null> => ({
  phone: openText(crypto, row?.phoneSealed ?? null, SEALED_REQUEST.phone),
  address: openText(crypto, row?.addressSealed ?? null, SEALED_REQUEST.address),
})

/** What is not closed is taken back, and what is left names nobody. Mandates end with those of the account. */
async function erase(tx: Transaction, accountId: string, now: Date): Promise<void> {
  const rows = await tx.findBy(HelpRequest, { accountId })
  await tx.update(
    HelpRequest,
    { accountId, status: In(['open', 'accepted']) },
    { status: 'cancelled', volunteerId: null, openPlace: null, closedAt: now.toISOString() },
  )
  const nothing = { wordsSealed: '', phoneSealed: '', addressSealed: null, outcomeSealed: null, returnedSealed: null }
  for (const { id } of rows) await tx.update(HelpRequest, { id }, { ...nothing, accountId: `erased:${id}` })
}
