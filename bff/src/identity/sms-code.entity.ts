import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The newest code sent to a phone for one purpose; a new one replaces the old. `codeIndex` is a keyed hash of phone and code. */
@Entity('sms_codes')
export class SmsCode {
  @PrimaryColumn('text', { name: 'phone_index' }) phoneIndex!: string
  @PrimaryColumn('text') purpose!: string
  @Column('text', { name: 'code_index' }) codeIndex!: string
  @Column('text', { name: 'expires_at' }) expiresAt!: string
  @Column('text', { name: 'again_at' }) againAt!: string
}
