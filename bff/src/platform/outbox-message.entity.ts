import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A message that a committed write owes to someone. */
@Entity('outbox_messages')
@Index(['status', 'dueAt'])
export class OutboxMessage {
  @PrimaryColumn('text') id!: string
  @Column('text') topic!: string
  /** Encrypted JSON; empty once it is sent. */
  @Column('text') payload!: string
  @Index({ unique: true }) @Column('text', { name: 'dedupe_key', nullable: true }) dedupeKey!: string | null
  @Column('text') status!: 'waiting' | 'sent' | 'dead'
  @Column('integer') attempts!: number
  /** When it may be tried next. A delivery under way has moved it ahead, so that a killed one is tried again. */
  @Column('text', { name: 'due_at' }) dueAt!: string
  @Column('text', { name: 'created_at' }) createdAt!: string
  /** The name of the last error, never its text: that could hold personal data. */
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null
}
