import type { AccountDataPart } from '../../identity/account-data'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import { Message } from './message.entity'
import { presentMessage } from './message-presenter'
import { Subscription } from './subscription.entity'

/** Messages and permissions to send them, for export, deletion and joining of accounts. */
export function messageData(crypto: FieldCrypto): AccountDataPart {
  return {
    name: 'messages',
    export: async (read, accountId) => (await read.findBy(Message, { accountId })).map((row) => presentMessage(row, crypto)),
    erase: async (tx, accountId) => {
      await tx.delete(Message, { accountId })
      await tx.delete(Subscription, { accountId })
    },
    move: async (tx, fromId, toId) => {
      await tx.update(Message, { accountId: fromId }, { accountId: toId })
      await tx.update(Subscription, { accountId: fromId }, { accountId: toId })
    },
  }
}
