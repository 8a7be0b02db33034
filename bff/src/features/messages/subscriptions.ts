import type { SubscriptionDto } from '@one-visit/shared/messages/contract'
import type { Transaction } from '../../platform/database'

type Template = SubscriptionDto['template']

/** WeChat keeps what people agreed to; more than this is never needed at once. */
const MOST_KEPT = 50

/** The person agreed once more: one more message may be sent. */
export async function addSubscription(tx: Transaction, accountId: string, template: Template): Promise<SubscriptionDto> {
  const [row] = await tx.sql<{ remaining: number }[]>`
    INSERT INTO message_subscriptions (account_id, template, remaining) VALUES (${accountId}, ${template}, 1)
    ON CONFLICT (account_id, template) DO UPDATE
      SET remaining = CASE WHEN message_subscriptions.remaining < ${MOST_KEPT} THEN message_subscriptions.remaining + 1 ELSE ${MOST_KEPT} END
    RETURNING remaining`
  return { template, remaining: row?.remaining ?? 0 }
}

/** Takes one permission; false when there is none left. */
export async function takeSubscription(tx: Transaction, accountId: string, template: Template): Promise<boolean> {
  const rows = await tx.sql<object[]>`
    UPDATE message_subscriptions SET remaining = remaining - 1
    WHERE account_id = ${accountId} AND template = ${template} AND remaining > 0 RETURNING remaining`
  return rows.length > 0
}

/** WeChat says there is no permission left (43101), whatever we counted. */
export async function clearSubscriptions(tx: Transaction, accountId: string, template: Template): Promise<void> {
  await tx.affected`UPDATE message_subscriptions SET remaining = 0 WHERE account_id = ${accountId} AND template = ${template}`
}
