import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Relation } from '@one-visit/shared/family/rules'

/**
 * Somebody who is shown on an account, or may be once they agree. `*Sealed` columns are encrypted, `*Index` columns are keyed
 * hashes. The two places are numbers that no other row of the account, or of the person, has: they are what limits how many
 * there can be. Instants are UTC ISO 8601 text.
 */
@Entity('family_members')
@Index(['accountId', 'personIndex'], { unique: true })
@Index(['accountId', 'accountPlace'], { unique: true })
@Index(['personIndex', 'personPlace'], { unique: true })
export class FamilyMember {
  @PrimaryColumn('text') id!: string
  /** The account that shows the person. */
  @Column('text', { name: 'account_id' }) accountId!: string
  @Column('integer', { name: 'account_place' }) accountPlace!: number
  @Column('text', { name: 'person_index' }) personIndex!: string
  @Column('integer', { name: 'person_place' }) personPlace!: number
  @Column('text', { name: 'name_sealed' }) nameSealed!: string
  @Column('text', { name: 'resident_id_sealed' }) residentIdSealed!: string
  @Column('text') relation!: Relation
  @Column('text') status!: 'active' | 'pending'
  @Column('text') evidence!: 'household' | 'consent'
  @Column('text', { name: 'asked_at' }) askedAt!: string
  @Column('text', { name: 'bound_at', nullable: true }) boundAt!: string | null
  /** From then on the row counts for nothing: a request nobody answered, or a minor who has come of age. */
  @Column('text', { name: 'ends_at', nullable: true }) endsAt!: string | null
  @Column('text', { name: 'code_index', nullable: true }) codeIndex!: string | null
  @Column('text', { name: 'code_expires_at', nullable: true }) codeExpiresAt!: string | null
  @Column('text', { name: 'code_again_at', nullable: true }) codeAgainAt!: string | null
}
