import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A link of the chain: `hash` covers the record and the hash before, so that no record can be changed, removed or slipped in. */
@Entity('audit_seals')
export class AuditSeal {
  /** 1, 2, 3 … without gaps. */
  @PrimaryColumn('integer') seq!: number
  @Index({ unique: true }) @Column('text', { name: 'record_id' }) recordId!: string
  /** SHA-256, hex. */
  @Column('text') hash!: string
}
