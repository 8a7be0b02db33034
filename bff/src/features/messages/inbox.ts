import type { MessageDto, MessagePage } from '@one-visit/shared/messages/contract'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import { problem } from '../../platform/errors'
import { newId } from '../../platform/ids'
import { Message } from './message.entity'
import { type MessageContent, type MessageRow, presentMessage, sealContent } from './message-presenter'

export interface MessageDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
}

interface NewMessage {
  readonly accountId: string
  readonly kind: MessageDto['kind']
  readonly content: MessageContent
  /** The same however often the same thing is delivered; one message is kept of it. */
  readonly occasion: string
}

/** Puts a message into the inbox of an account that is still there. */
export async function keepInInbox(
  { database, clock, crypto }: MessageDeps,
  { accountId, kind, content, occasion }: NewMessage,
): Promise<void> {
  const now = clock.now()
  const sealed = sealContent(content, crypto)
  await database.inTransaction(
    (tx) => tx.affected`
      INSERT INTO messages (id, account_id, at, kind, content_sealed, read_at, dedupe_key)
      SELECT ${newId(now)}, id, ${now.toISOString()}, ${kind}, ${sealed}, NULL, ${occasion} FROM accounts WHERE id = ${accountId}
      ON CONFLICT (dedupe_key) DO NOTHING`,
  )
}

/** No id comes after this: they are hexadecimal. */
const AFTER_ALL = 'g'

/**
 * One page of the inbox, newest first, with how many are unread in all. Statements instead of entities: the app asks each time it
 * is opened (bff/README.md, "What a request costs").
 */
export async function listMessages(
  deps: MessageDeps,
  accountId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<MessagePage> {
  const { read } = deps.database
  const [rows, [count]] = await Promise.all([
    read.sql<MessageRow[]>`
      SELECT id, at, kind, content_sealed AS "contentSealed", read_at AS "readAt" FROM messages
      WHERE account_id = ${accountId} AND id < ${page.cursor ?? AFTER_ALL} ORDER BY id DESC LIMIT ${page.limit + 1}`,
    read.sql<{ unread: number }[]>`
      SELECT CAST(count(*) AS integer) AS unread FROM messages WHERE account_id = ${accountId} AND read_at IS NULL`,
  ])
  const shown = rows.slice(0, page.limit)
  const next = rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null
  return { items: shown.map((row) => presentMessage(row, deps.crypto)), next, unread: count?.unread ?? 0 }
}

/** Marks a message of this person as read; reading twice is no mistake. Throws `not_found` for anybody else's. */
export async function markMessageRead(deps: MessageDeps, accountId: string, id: string): Promise<void> {
  const message = await deps.database.read.findOneBy(Message, { id, accountId })
  if (!message) throw problem('not_found')
  if (message.readAt !== null) return
  await deps.database.inTransaction((tx) => tx.update(Message, { id }, { readAt: deps.clock.now().toISOString() }))
}
