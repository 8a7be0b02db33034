import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'

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
  @Column('text', { name: 'created_at' }) createdAt!: string
}
