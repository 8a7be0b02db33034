import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody who waits for a place in a slot, or for whom one is held until `offerEndsAt` (its place counts in the slot's `held`). */
@Entity('waiting_entries')
export class WaitingEntry {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'slot_id' }) slotId!: string
  @Column('text', { name: 'person_index' }) personIndex!: string
  @Column('text', { name: 'account_id', nullable: true }) accountId!: string | null
  @Column('text', { name: 'name_sealed', nullable: true }) nameSealed!: string | null
  @Column('text', { name: 'resident_id_sealed', nullable: true }) residentIdSealed!: string | null
  @Column('text', { name: 'phone_sealed', nullable: true }) phoneSealed!: string | null
  @Column('integer') elder!: number
  @Column('integer') ordinary!: number
  @Column('text') cause!: 'freed' | 'office_closed'
  @Column('text') status!: 'waiting' | 'offered' | 'taken' | 'expired' | 'left'
  /** 1–3: the person's first, second or third line at a time; 0 for what an office offers instead of a closed day. */
  @Column('integer', { name: 'line_place' }) linePlace!: number
  @Column('text', { name: 'offer_ends_at', nullable: true }) offerEndsAt!: string | null
  @Column('text', { name: 'created_at' }) createdAt!: string
}
