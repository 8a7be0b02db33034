import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The picture of both ID cards that goes with a witnessed mandate, encrypted; supervisors may look at it. `takenAt`: UTC. */
@Entity('mandate_scans')
export class MandateScan {
  @PrimaryColumn('text', { name: 'mandate_id' }) mandateId!: string
  @Column('text', { name: 'image_sealed' }) imageSealed!: string
  @Column('text', { name: 'taken_at' }) takenAt!: string
}
