import type { DayPart, RequestStatus, RequestTopic, RequestWay } from '@one-visit/shared/proxy/rules'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** What the encrypted columns are bound to: a value moved to another column does not open. */
export const SEALED_REQUEST = {
  words: 'help_request.words',
  address: 'help_request.address',
  phone: 'help_request.phone',
  outcome: 'help_request.outcome',
  returned: 'help_request.returned',
} as const

/**
 * A request for help, which is a task to the volunteers of an office. `accountId`: the person concerned; `*Sealed` columns are
 * encrypted (`SEALED_REQUEST`) and empty once the person's account is deleted. `openPlace` (1–3) is the person's first, second or
 * third request that is not closed: with its unique index it makes a fourth impossible. `date` and `promisedBy` are local dates, the
 * rest instants (UTC).
 */
@Entity('help_requests')
@Index(['officeId', 'status', 'promisedBy'])
@Index(['accountId', 'openedAt'])
@Index(['askedById', 'openedAt'])
@Index(['accountId', 'openPlace'], { unique: true })
@Index(['status'])
@Index(['closedAt'])
@Index(['officeId', 'closedAt'])
export class HelpRequest {
  @PrimaryColumn('text') id!: string
  @Index({ unique: true }) @Column('text') number!: string
  @Column('text', { name: 'account_id' }) accountId!: string
  @Column('text', { name: 'asked_by_kind' }) askedByKind!: 'resident' | 'staff'
  @Column('text', { name: 'asked_by_id' }) askedById!: string
  @Column('text') topic!: RequestTopic
  @Column('text', { name: 'words_sealed' }) wordsSealed!: string
  @Column('text') way!: RequestWay
  @Column('text', { name: 'office_id' }) officeId!: string
  @Column('text', { name: 'address_sealed', nullable: true }) addressSealed!: string | null
  @Column('text', { name: 'phone_sealed' }) phoneSealed!: string
  @Column('text') date!: string
  @Column('text') part!: DayPart
  @Column('text') status!: RequestStatus
  /** Null: there is no holiday data to count by. */
  @Column('text', { name: 'promised_by', nullable: true }) promisedBy!: string | null
  @Column('integer', { name: 'open_place', nullable: true }) openPlace!: number | null
  @Column('text', { name: 'volunteer_id', nullable: true }) volunteerId!: string | null
  @Column('text', { name: 'outcome_sealed', nullable: true }) outcomeSealed!: string | null
  /** Why the last volunteer gave it back. */
  @Column('text', { name: 'returned_sealed', nullable: true }) returnedSealed!: string | null
  /** Minutes of work, by the volunteer's own word. */
  @Column('integer', { nullable: true }) minutes!: number | null
  @Column('text', { name: 'opened_at' }) openedAt!: string
  @Column('text', { name: 'accepted_at', nullable: true }) acceptedAt!: string | null
  @Column('text', { name: 'closed_at', nullable: true }) closedAt!: string | null
}
