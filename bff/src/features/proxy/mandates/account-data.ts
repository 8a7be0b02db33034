import type { AccountDataPart } from '../../../identity/account-data'
import { Mandate } from '../../../identity/mandate.entity'
import { endMandatesOfAccount } from '../../../identity/mandate-ending'
import type { Reader, Transaction } from '../../../platform/database'
import type { MandateDeps } from './deps'
import { listActs } from './list-acts'
import { tellEnded } from './mandate-notices'
import { presentMandates } from './mandate-presenter'
import { forgetScansOf } from './scan-store'

type Deps = Pick<MandateDeps, 'clock' | 'crypto' | 'pack' | 'outbox' | 'subjectWords'>

/** Mandates given and held with what was done under them, for export, deletion and joining of accounts. */
export function mandateData(deps: Deps): AccountDataPart {
  return {
    name: 'mandates',
    export: (read, accountId) => exportMandates(deps, read, accountId),
    erase: (tx, accountId) => erase(deps, tx, accountId),
    move: async (tx, fromId, toId) => {
      await tx.update(Mandate, { accountId: fromId }, { accountId: toId })
      await tx.update(Mandate, { actorKind: 'resident', actorId: fromId }, { actorId: toId })
    },
  }
}

async function exportMandates(deps: Deps, read: Reader, accountId: string): Promise<Record<string, unknown>[]> {
  const rows = await read.find(Mandate, {
    where: [{ accountId }, { actorKind: 'resident', actorId: accountId }],
    order: { id: 'DESC' },
  })
  const mandates = await presentMandates(deps, read, rows)
  return Promise.all(
    mandates.map(async (mandate, index) => ({
      side: rows[index]?.accountId === accountId ? 'given' : 'held',
      ...mandate,
      acts: (await listActs(deps, read, mandate)).items,
    })),
  )
}

/** Rows stay, with ids that name nobody any more: an ended mandate is refused as ended, and its volunteer's acts stay accounted for. */
async function erase(deps: Deps, tx: Transaction, accountId: string): Promise<void> {
  const ended = await endMandatesOfAccount(tx, accountId, deps.clock.now())
  for (const { id } of ended) {
    const mandate = await tx.findOneByOrFail(Mandate, { id })
    await tellEnded(deps, tx, mandate, mandate.accountId === accountId ? 'person' : 'actor')
  }
  await forgetScansOf(tx, accountId)
}
