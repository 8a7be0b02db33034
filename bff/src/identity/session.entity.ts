import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

export type SignInProvider = 'wechat' | 'sms' | 'provincial' | 'password'

/** One signed-in device of a resident or a member of staff. Only the token's SHA-256 is kept. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('text') id!: string
  @Index({ unique: true }) @Column('text', { name: 'token_hash' }) tokenHash!: string
  @Column('text', { name: 'subject_kind' }) subjectKind!: 'resident' | 'staff'
  @Index() @Column('text', { name: 'subject_id' }) subjectId!: string
  @Column('text') provider!: SignInProvider
  @Column('text', { name: 'device_id', nullable: true }) deviceId!: string | null
  @Column('text', { name: 'device_label' }) deviceLabel!: string
  @Column('text', { name: 'created_at' }) createdAt!: string
  @Column('text', { name: 'last_seen_at' }) lastSeenAt!: string
  @Column('text', { name: 'idle_expires_at' }) idleExpiresAt!: string
  @Column('text', { name: 'absolute_expires_at' }) absoluteExpiresAt!: string
  @Column('text', { name: 'step_up_until', nullable: true }) stepUpUntil!: string | null
}
