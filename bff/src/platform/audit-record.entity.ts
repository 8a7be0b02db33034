import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

export type AuditActorKind = 'resident' | 'staff' | 'volunteer' | 'system'

/** One thing that was done. Ids only, never a name or a number of a person; the database refuses to change or delete it. */
@Entity('audit_records')
@Index(['beneficiaryId', 'id'])
@Index(['mandateId', 'id'])
export class AuditRecord {
  @PrimaryColumn('text') id!: string
  /** UTC, ISO 8601. */
  @Column('text') at!: string
  @Column('text') event!: string
  @Column('text', { name: 'actor_kind' }) actorKind!: AuditActorKind
  @Column('text', { name: 'actor_id', nullable: true }) actorId!: string | null
  @Column('text', { name: 'beneficiary_id', nullable: true }) beneficiaryId!: string | null
  @Column('text', { nullable: true }) subject!: string | null
  /** JSON object of texts, keys in order. */
  @Column('text') data!: string
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null
  /** The mandate under which the actor did it for the beneficiary; null: they did it themselves. */
  @Column('text', { name: 'mandate_id', nullable: true }) mandateId!: string | null
}
