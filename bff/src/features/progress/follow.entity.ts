import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { CaseStatus } from '@one-visit/shared/progress/rules'

/**
 * A case somebody follows. `targetSealed` says where to ask, `progressSealed` is the last answer; both are encrypted.
 * `nextCheckAt` is null once the case is final: nothing will change any more.
 */
@Entity('follows')
@Index(['accountId', 'caseIndex'], { unique: true })
export class Follow {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'account_id' }) accountId!: string
  @Column('text', { name: 'case_index' }) caseIndex!: string
  @Column('text', { name: 'target_sealed' }) targetSealed!: string
  @Column('text', { name: 'progress_sealed' }) progressSealed!: string
  @Column('text') status!: CaseStatus
  @Column('text', { name: 'changed_at' }) changedAt!: string
  @Column('text', { name: 'checked_at' }) checkedAt!: string
  @Index() @Column('text', { name: 'next_check_at', nullable: true }) nextCheckAt!: string | null
  @Column('integer', { name: 'quiet_checks' }) quietChecks!: number
  @Column('text', { name: 'created_at' }) createdAt!: string
}
