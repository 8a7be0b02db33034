import type { ApplicationState, DecidingSide } from '@one-visit/shared/cross-province/rules'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Actor } from '../../platform/http/principal'

/**
 * An application online for the person `accountId`; `id` is also what the case system knows it by. `contentSealed`: what is sent, empty
 * once the department has answered; `outcomeSealed`: what it answered (application-content.ts). `sendingPlace` (1–5) is the person's
 * first to fifth that is on its way: with its unique index it makes a sixth impossible. `nextTryAt`: not sent again before; whoever
 * sends it moves this ahead first. Instants (UTC).
 */
@Entity('cross_province_applications')
@Index(['accountId', 'id'])
@Index(['accountId', 'sendingPlace'], { unique: true })
export class CrossProvinceApplication {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'account_id' }) accountId!: string
  @Column('text', { name: 'actor_kind' }) actorKind!: Actor['kind']
  @Column('text', { name: 'actor_id' }) actorId!: string
  @Column('text', { name: 'mandate_id', nullable: true }) mandateId!: string | null
  @Column('text', { name: 'item_id' }) itemId!: string
  @Column('text', { name: 'item_name' }) itemName!: string
  @Column('text', { name: 'region_id' }) regionId!: string
  @Column('text', { name: 'region_name' }) regionName!: string
  @Column('text') side!: DecidingSide
  @Column('text') state!: ApplicationState
  @Column('integer', { name: 'sending_place', nullable: true }) sendingPlace!: number | null
  @Column('text', { name: 'content_sealed' }) contentSealed!: string
  @Column('text', { name: 'outcome_sealed', nullable: true }) outcomeSealed!: string | null
  /** How often it was sent, or was about to be. */
  @Column('integer') attempts!: number
  @Index() @Column('text', { name: 'next_try_at', nullable: true }) nextTryAt!: string | null
  @Column('text', { name: 'created_at' }) createdAt!: string
  @Column('text', { name: 'settled_at', nullable: true }) settledAt!: string | null
}
