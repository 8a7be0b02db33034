import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Actor } from '../../platform/http/principal'
import type { LicenceViewDto } from '@one-visit/shared/licences/contract'
import type { LicenceType } from '@one-visit/shared/licences/rules'

/** One line of "who looked at my licences"; what stood in the fields is not kept. */
@Entity('licence_views')
@Index(['accountId', 'id'])
export class LicenceView {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'account_id' }) accountId!: string
  /** UTC ISO 8601. */
  @Column('text') at!: string
  @Column('text') kind!: LicenceViewDto['kind']
  @Column('text') type!: LicenceType
  /** JSON list of keys. */
  @Column('text', { name: 'field_keys' }) fieldKeys!: string
  /** Null: it was opened, and shown to nobody. */
  @Column('text', { name: 'presentation_id', nullable: true }) presentationId!: string | null
  /** Who checked it, and for which office (null: all of the county); null when the holder only showed it. */
  @Column('text', { name: 'staff_id', nullable: true }) staffId!: string | null
  @Column('text', { name: 'office_id', nullable: true }) officeId!: string | null
  /** Who showed it for the holder, or opened it, with a mandate; null: nobody but the holder. */
  @Column('text', { name: 'actor_kind', nullable: true }) actorKind!: Actor['kind'] | null
  @Column('text', { name: 'actor_id', nullable: true }) actorId!: string | null
  /** Encrypted: staff wrote it, and may have written a name. */
  @Column('text', { name: 'purpose_sealed', nullable: true }) purposeSealed!: string | null
}
