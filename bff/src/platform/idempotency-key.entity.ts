import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A key that a caller has used, and the reply it got. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  /** Whose key it is: the account or session. Two callers may choose the same key. */
  @PrimaryColumn('text') scope!: string
  @PrimaryColumn('text') key!: string
  @Column('text') endpoint!: string
  @Column('text', { name: 'request_hash' }) requestHash!: string
  /** Encrypted JSON. */
  @Column('text') reply!: string
  @Index() @Column('text', { name: 'created_at' }) createdAt!: string
}
