import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** The place in the status list of a licence that was shown offline in the last day. Instants are UTC ISO 8601 text. */
@Entity('licence_status_places')
@Index(['accountId', 'licenceIndex'], { unique: true })
export class StatusPlace {
  @PrimaryColumn('integer') place!: number
  @Column('text', { name: 'account_id' }) accountId!: string
  @Index() @Column('text', { name: 'licence_index' }) licenceIndex!: string
  /** The library is asked about it by its id; encrypted. */
  @Column('text', { name: 'licence_id_sealed' }) licenceIdSealed!: string
  @Index() @Column('text', { name: 'shown_at' }) shownAt!: string
  @Column('text', { name: 'revoked_at', nullable: true }) revokedAt!: string | null
}
