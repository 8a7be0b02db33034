import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { LicenceType } from '@one-visit/shared/licences/rules'

/**
 * A licence that is being shown, for one check. Instants are UTC ISO 8601 text. It is redeemed when `redeemedAt` is set by the
 * one statement that finds it empty.
 */
@Entity('licence_presentations')
export class LicencePresentation {
  /** Also what an offline code carries to be known again. */
  @PrimaryColumn('text') id!: string
  @Index() @Column('text', { name: 'account_id' }) accountId!: string
  @Column('text') way!: 'online' | 'offline'
  @Column('text') type!: LicenceType
  @Index() @Column('text', { name: 'licence_index' }) licenceIndex!: string
  /** JSON list of the keys that the holder chose. */
  @Column('text', { name: 'field_keys' }) fieldKeys!: string
  /** Encrypted (presentation-content.ts); gone once it has been redeemed or ended. */
  @Column('text', { name: 'content_sealed', nullable: true }) contentSealed!: string | null
  /** SHA-256 of the number in the QR, in hexadecimal; null offline. */
  @Index({ unique: true }) @Column('text', { name: 'number_hash', nullable: true }) numberHash!: string | null
  /** Keyed hash of the code to be typed; null offline. */
  @Index({ unique: true }) @Column('text', { name: 'code_index', nullable: true }) codeIndex!: string | null
  /** The licence's last day, local; null when it does not run out. */
  @Column('text', { name: 'valid_until', nullable: true }) validUntil!: string | null
  /** When the library said that the licence holds. */
  @Column('text', { name: 'as_of' }) asOf!: string
  @Column('text', { name: 'created_at' }) createdAt!: string
  @Index() @Column('text', { name: 'expires_at' }) expiresAt!: string
  @Column('text', { name: 'ended_at', nullable: true }) endedAt!: string | null
  @Column('text', { name: 'revoked_at', nullable: true }) revokedAt!: string | null
  @Column('text', { name: 'redeemed_at', nullable: true }) redeemedAt!: string | null
}
