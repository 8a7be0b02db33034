import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A resident's account. `*Sealed` columns are encrypted, `*Index` columns are blind indexes; instants are UTC ISO 8601 text. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'phone_sealed', nullable: true }) phoneSealed!: string | null
  @Index({ unique: true }) @Column('text', { name: 'phone_index', nullable: true }) phoneIndex!: string | null
  @Column('text', { name: 'wechat_sealed', nullable: true }) wechatSealed!: string | null
  @Index({ unique: true }) @Column('text', { name: 'wechat_index', nullable: true }) wechatIndex!: string | null
  @Index({ unique: true }) @Column('text', { name: 'provincial_index', nullable: true }) provincialIndex!: string | null
  @Column('text', { name: 'name_sealed', nullable: true }) nameSealed!: string | null
  @Column('text', { name: 'resident_id_sealed', nullable: true }) residentIdSealed!: string | null
  @Index({ unique: true }) @Column('text', { name: 'resident_id_index', nullable: true }) residentIdIndex!: string | null
  @Column('text', { name: 'real_name_verified_at', nullable: true }) realNameVerifiedAt!: string | null
  /** 1: made by staff for somebody who has never signed in; whoever verifies that name and number first takes it over. */
  @Column('integer', { name: 'counter_made', default: 0 }) counterMade!: number
  /** Empty while nobody has signed in. */
  @Column('text', { name: 'privacy_version' }) privacyVersion!: string
  @Column('text', { name: 'created_at' }) createdAt!: string
}
