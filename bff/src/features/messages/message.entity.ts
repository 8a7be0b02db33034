import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { MessageDto } from '@one-visit/shared/messages/contract'

/** One message in a person's inbox. `contentSealed` is JSON { title, body, link }; `dedupeKey` makes one of each occasion. */
@Entity('messages')
@Index(['accountId', 'id'])
export class Message {
  @PrimaryColumn('text') id!: string
  @Column('text', { name: 'account_id' }) accountId!: string
  @Column('text') at!: string
  @Column('text') kind!: MessageDto['kind']
  @Column('text', { name: 'content_sealed' }) contentSealed!: string
  @Column('text', { name: 'read_at', nullable: true }) readAt!: string | null
  @Index({ unique: true }) @Column('text', { name: 'dedupe_key' }) dedupeKey!: string
}
