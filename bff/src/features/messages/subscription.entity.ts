import type { SubscriptionDto } from '@one-visit/shared/messages/contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** How many subscribe messages WeChat still lets us send to this person: one for each time they agreed. */
@Entity('message_subscriptions')
export class Subscription {
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string
  @PrimaryColumn('text') template!: SubscriptionDto['template']
  @Column('integer') remaining!: number
}
