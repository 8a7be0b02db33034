import type { MandateEnding, MandateEvidence } from '@one-visit/shared/proxy/rules'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * Somebody may act for somebody. `accountId`: the person's account, the beneficiary; `actorId`: an account (family) or a member of
 * staff (volunteer). Expired is what `expiresAt` says. While it waits, `expiresAt` is when the request lapses, and `days` what was
 * asked for. Instants are UTC ISO 8601 text.
 */
@Entity('mandates')
@Index(['accountId', 'askedAt'])
@Index(['actorId', 'askedAt'])
@Index(['taskId'])
export class Mandate {
  @PrimaryColumn('text') id!: string
  @Index({ unique: true }) @Column('text') number!: string
  @Column('text', { name: 'account_id' }) accountId!: string
  @Column('text', { name: 'actor_kind' }) actorKind!: 'resident' | 'volunteer'
  @Column('text', { name: 'actor_id' }) actorId!: string
  /** JSON: `ScopeEntry[]`. */
  @Column('text') scope!: string
  @Column('integer') days!: number
  @Column('text') status!: 'pending' | 'active' | 'refused' | 'ended'
  @Column('text', { nullable: true }) evidence!: MandateEvidence | null
  /** Who wrote it down: the actor, or the member of staff who witnessed it. */
  @Column('text', { name: 'asked_by_kind' }) askedByKind!: 'resident' | 'volunteer' | 'staff'
  @Column('text', { name: 'asked_by_id' }) askedById!: string
  @Column('text', { name: 'asked_at' }) askedAt!: string
  @Column('text', { name: 'starts_at', nullable: true }) startsAt!: string | null
  @Column('text', { name: 'expires_at' }) expiresAt!: string
  @Column('text', { name: 'ended_at', nullable: true }) endedAt!: string | null
  @Column('text', { nullable: true }) ending!: MandateEnding | null
  @Column('text', { name: 'task_id', nullable: true }) taskId!: string | null
  @Column('text', { name: 'code_index', nullable: true }) codeIndex!: string | null
  @Column('text', { name: 'code_expires_at', nullable: true }) codeExpiresAt!: string | null
  @Column('integer', { name: 'codes_sent', default: 0 }) codesSent!: number
}
