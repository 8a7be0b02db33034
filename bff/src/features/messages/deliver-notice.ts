import type { SmsClient, SmsTemplate } from '../../departments/sms/client'
import type { WechatClient, WechatTemplate } from '../../departments/wechat/client'
import { SEALED } from '../../identity/person'
import { sensitive, type Sensitive } from '../../platform/sensitive'
import { keepInInbox, type MessageDeps } from './inbox'
import type { MessageContent } from './message-presenter'
import { addSubscription, clearSubscriptions, takeSubscription } from './subscriptions'

type Params = Readonly<Record<string, string>>

/** Something to tell one person, in the words of each way. */
export interface Notice {
  readonly accountId: string | null
  /** Plain; for whoever has no account, none with a phone, or one that staff made. */
  readonly phone: string | null
  /** The same however often the same thing is delivered. */
  readonly occasion: string
  readonly kind: WechatTemplate
  readonly content: MessageContent
  readonly wechat: Params
  readonly sms: { readonly template: SmsTemplate; readonly params: Params }
  /** How far it goes beside the inbox: no further, as far as WeChat, or by SMS when WeChat is not open. */
  readonly reach: 'inbox' | 'wechat' | 'urgent'
}

export type DeliveryDeps = MessageDeps & { readonly sms: SmsClient; readonly wechat: WechatClient }

/** What of an account a push needs. Statements, not entities: on the morning when a day opens there are thousands of notices. */
interface Ways {
  readonly wechat_sealed: string | null
  readonly phone_sealed: string | null
  readonly counter_made: number
}

/** Where a subscribe message leads that has no page of its own. */
const INBOX_PAGE = '/pages/messages/index'

/**
 * Always in the inbox, and pushed once by the first way that is open: a WeChat subscribe message while the person's permission
 * lasts, else an SMS. Who has no account, or has never signed in to the one staff made, gets an SMS of everything. A failed push
 * is thrown, so that the outbox tries again; the inbox keeps one copy.
 */
export async function deliverNotice(deps: DeliveryDeps, notice: Notice): Promise<void> {
  const { accountId, reach } = notice
  if (accountId === null) return sendSms(deps, notice.phone, notice)
  const [account] = await deps.database.read.sql<Ways[]>`
    SELECT wechat_sealed, phone_sealed, counter_made FROM accounts WHERE id = ${accountId}`
  if (!account) return // Deleted in the meantime: nobody is left to tell.
  await keepInInbox(deps, { ...notice, accountId })
  if (account.counter_made === 1) return sendSms(deps, notice.phone, notice)
  if (reach === 'inbox') return
  const { wechat_sealed: wechatSealed, phone_sealed: phoneSealed } = account
  if (wechatSealed) {
    const openId = sensitive(deps.crypto.open(wechatSealed, SEALED.wechat))
    if (await pushByWechat(deps, { accountId, openId }, notice)) return
  }
  if (reach === 'urgent') await sendSms(deps, phoneSealed ? deps.crypto.open(phoneSealed, SEALED.phone) : notice.phone, notice)
}

async function sendSms({ sms }: DeliveryDeps, phone: string | null, { sms: { template, params } }: Notice): Promise<void> {
  if (phone !== null) await sms.send(sensitive(phone), template, params)
}

async function pushByWechat(
  deps: DeliveryDeps,
  { accountId, openId }: { readonly accountId: string; readonly openId: Sensitive<string> },
  { kind, content, wechat }: Notice,
): Promise<boolean> {
  if (!(await deps.database.inTransaction((tx) => takeSubscription(tx, accountId, kind)))) return false
  // WeChat names pages without the slash at the beginning.
  const message = { page: (content.link ?? INBOX_PAGE).replace(/^\//, ''), data: wechat }
  const sent = await deps.wechat.sendSubscribeMessage(openId, kind, message).catch(async (error: unknown) => {
    // Not sent, so the permission is still good for the outbox's next try.
    await deps.database.inTransaction((tx) => addSubscription(tx, accountId, kind))
    throw error
  })
  if (sent === 'no_quota') await deps.database.inTransaction((tx) => clearSubscriptions(tx, accountId, kind))
  return sent === 'sent'
}
