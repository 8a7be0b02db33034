import { Column, Entity, PrimaryColumn } from 'typeorm'

/** When a job is due next, and which run holds it until when. Instants are UTC ISO 8601 text. */
@Entity('job_leases')
export class JobLease {
  @PrimaryColumn('text') name!: string
  @Column('text', { name: 'due_at' }) dueAt!: string
  /** The run that holds the job. */
  @Column('text') holder!: string
  @Column('text', { name: 'held_until' }) heldUntil!: string
}
