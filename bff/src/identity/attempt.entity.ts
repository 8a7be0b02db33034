import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Failures counted against a secret (a phone's code, a password, a case's query password), with an exponential pause. */
@Entity('attempts')
export class Attempt {
  @PrimaryColumn('text') key!: string
  @Column('integer') failures!: number
  @Column('text', { name: 'blocked_until', nullable: true }) blockedUntil!: string | null
  @Column('text', { name: 'updated_at' }) updatedAt!: string
}
