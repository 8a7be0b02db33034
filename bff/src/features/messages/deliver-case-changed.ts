import type { SmsClient } from '../../departments/sms/client'
import type { WechatClient } from '../../departments/wechat/client'
import { Account } from '../../identity/account.entity'
import { SEALED } from '../../identity/person'
import { newId } from '../../platform/ids'
import { sensitive } from '../../platform/sensitive'
import type { MessageDeps } from './inbox'
import { Message } from './message.entity'
import { sealContent, type MessageContent } from './message-presenter'
import { addSubscription, clearSubscriptions, takeSubscription } from './subscriptions'

/** What the outbox carries for topic `case_changed`. `occasion` is the same however often the same change is delivered. */
export interface CaseChanged {
  readonly accountId: string
  readonly occasion: string
  readonly followId: string
  readonly itemName: string
  readonly statusTitle: string
  readonly nextStep: string
}

export type DeliveryDeps = MessageDeps & { readonly sms: SmsClient; readonly wechat: WechatClient }

/**
 * One message a change: always in the inbox, and pushed once by the first way that is open: a WeChat subscribe message while
 * the person's permission lasts, else an SMS. A failed push is thrown, so that the outbox tries again; the inbox keeps one copy.
 */
export async function deliverCaseChanged(deps: DeliveryDeps, change: CaseChanged): Promise<void> {
  const account = await deps.database.read.findOneBy(Account, { id: change.accountId })
  if (!account) return // Deleted in the meantime: nobody is left to tell.
  await keepInInbox(deps, change)
  if (
    account.wechatSealed &&
    (await pushByWechat(deps, sensitive(deps.crypto.open(account.wechatSealed, SEALED.wechat)), change))
  )
    return
  if (account.phoneSealed) {
    const phone = sensitive(deps.crypto.open(account.phoneSealed, SEALED.phone))
    await deps.sms.send(phone, 'case_changed', { item: change.itemName, status: change.statusTitle })
  }
}

async function keepInInbox(deps: DeliveryDeps, change: CaseChanged): Promise<void> {
  const now = deps.clock.now()
  const content: MessageContent = {
    title: `${change.itemName}：${change.statusTitle}`,
    body: change.nextStep,
    link: `/features/progress/pages/followed/index?id=${change.followId}`,
  }
  await deps.database.inTransaction(async (tx) => {
    const row = {
      id: newId(now),
      accountId: change.accountId,
      at: now.toISOString(),
      kind: 'case_changed' as const,
      readAt: null,
    }
    const values = { ...row, contentSealed: sealContent(content, deps.crypto), dedupeKey: change.occasion }
    await tx.createQueryBuilder().insert().into(Message).values(values).orIgnore().execute()
  })
}

async function pushByWechat(
  deps: DeliveryDeps,
  openId: ReturnType<typeof sensitive<string>>,
  change: CaseChanged,
): Promise<boolean> {
  const { accountId } = change
  if (!(await deps.database.inTransaction((tx) => takeSubscription(tx, accountId, 'case_changed')))) return false
  const message = {
    page: `features/progress/pages/followed/index?id=${change.followId}`,
    data: { thing1: change.itemName, phrase2: change.statusTitle },
  }
  const sent = await deps.wechat.sendSubscribeMessage(openId, 'case_changed', message).catch(async (error: unknown) => {
    // Not sent, so the permission is still good for the outbox's next try.
    await deps.database.inTransaction((tx) => addSubscription(tx, accountId, 'case_changed'))
    throw error
  })
  if (sent === 'no_quota') await deps.database.inTransaction((tx) => clearSubscriptions(tx, accountId, 'case_changed'))
  return sent === 'sent'
}
