import type { AppointmentStatus } from '@one-visit/shared/appointments/rules'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * One visit of one person. The person's data are sealed (`SEALED_VISIT`) and null once the account is deleted; `personIndex` is the
 * blind index of the ID number. `activePlace` (1–3) is the person's first, second or third visit at a time: with its unique index
 * it makes a fourth impossible. `actorKind`/`actorId`: who booked; the beneficiary is the person.
 */
@Entity('appointments')
@Index(['date', 'number'], { unique: true })
export class Appointment {
  @PrimaryColumn('text') id!: string
  @Column('text') number!: string
  @Column('text', { name: 'slot_id' }) slotId!: string
  @Column('text', { name: 'office_id' }) officeId!: string
  @Column('text', { name: 'item_group' }) itemGroup!: string
  @Column('text') date!: string
  @Column('text', { name: 'starts_at' }) startsAt!: string
  @Column('text', { name: 'ends_at' }) endsAt!: string
  @Column('text', { name: 'begins_at' }) beginsAt!: string
  @Column('text') status!: AppointmentStatus
  @Column('text', { name: 'person_index' }) personIndex!: string
  @Column('integer', { name: 'active_place' }) activePlace!: number
  @Column('text', { name: 'account_id', nullable: true }) accountId!: string | null
  @Column('text', { name: 'name_sealed', nullable: true }) nameSealed!: string | null
  @Column('text', { name: 'resident_id_sealed', nullable: true }) residentIdSealed!: string | null
  @Column('text', { name: 'phone_sealed', nullable: true }) phoneSealed!: string | null
  @Column('integer') elder!: number
  @Column('integer') ordinary!: number
  @Column('text') channel!: 'app' | 'phone' | 'walk_in' | 'proxy'
  @Column('text', { name: 'actor_kind' }) actorKind!: 'resident' | 'staff' | 'volunteer'
  @Column('text', { name: 'actor_id', nullable: true }) actorId!: string | null
  @Column('text', { nullable: true }) ticket!: string | null
  @Column('integer', { name: 'ticket_order', nullable: true }) ticketOrder!: number | null
  @Column('text', { name: 'window_label', nullable: true }) windowLabel!: string | null
  @Column('text', { name: 'checked_in_at', nullable: true }) checkedInAt!: string | null
  @Column('text', { name: 'called_at', nullable: true }) calledAt!: string | null
  @Column('text', { name: 'ended_at', nullable: true }) endedAt!: string | null
  @Column('text', { name: 'ended_by', nullable: true }) endedBy!: 'person' | 'office' | null
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason!: string | null
  @Column('text', { name: 'moved_to', nullable: true }) movedTo!: string | null
  /** 0: none sent; 1: the day before; 2: two hours before. */
  @Column('integer') reminders!: number
  @Column('text', { name: 'created_at' }) createdAt!: string
}
