import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * Office × item group × date × time span. Times of day are local (Asia/Shanghai), `beginsAt` is the instant (UTC).
 * `capacity` = windows × people a window; `held`: places kept for somebody who was offered one, or about to reappear; `ordinary`: of
 * the places booked or held, those of people who are not elderly and come without a proxy. Changed under `lockSlots` only.
 */
@Entity('appointment_slots')
@Index(['officeId', 'itemGroup', 'date', 'startsAt'], { unique: true })
export class AppointmentSlot {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'office_id' }) officeId!: string
  @Column('text', { name: 'item_group' }) itemGroup!: string
  @Column('text') date!: string
  @Column('text', { name: 'starts_at' }) startsAt!: string
  @Column('text', { name: 'ends_at' }) endsAt!: string
  @Column('text', { name: 'begins_at' }) beginsAt!: string
  @Column('integer') windows!: number
  @Column('integer', { name: 'people_per_window' }) peoplePerWindow!: number
  @Column('integer') capacity!: number
  @Column('integer') kept!: number
  @Column('integer') booked!: number
  @Column('integer') held!: number
  @Column('integer') ordinary!: number
  /** `closed`: not bookable any more (a closed day, or times the pack no longer has). */
  @Column('text') state!: 'open' | 'paused' | 'closed'
  /** 1: staff decided windows or state, which the generator leaves alone. */
  @Column('integer', { name: 'set_by_staff' }) setByStaff!: number
}
