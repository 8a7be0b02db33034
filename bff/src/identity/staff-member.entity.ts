import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'

/** What the encrypted columns are bound to. */
export const SEALED_STAFF = { name: 'staff.name', totp: 'staff.totp', phone: 'staff.phone' } as const

/** A clerk, supervisor, administrator or proxy-service volunteer. `lastTotpStep` makes each TOTP code work once. */
@Entity('staff_members')
export class StaffMember {
  @PrimaryColumn('text') id!: string
  @Index({ unique: true }) @Column('text') username!: string
  @Column('text', { name: 'password_hash' }) passwordHash!: string
  @Column('text', { name: 'totp_secret_sealed' }) totpSecretSealed!: string
  @Column('integer', { name: 'last_totp_step' }) lastTotpStep!: number
  @Column('text', { name: 'name_sealed' }) nameSealed!: string
  @Column('text') role!: StaffRole
  @Column('text', { name: 'office_id', nullable: true }) officeId!: string | null
  /** Blind index of the ID number, and the phone: of a volunteer, registered by a supervisor who saw the card. */
  @Column('text', { name: 'resident_id_index', nullable: true }) residentIdIndex!: string | null
  @Column('text', { name: 'phone_sealed', nullable: true }) phoneSealed!: string | null
  @Column('text', { name: 'created_at' }) createdAt!: string
  /** UTC; from then on there is no signing in. */
  @Column('text', { name: 'left_at', nullable: true }) leftAt!: string | null
}
