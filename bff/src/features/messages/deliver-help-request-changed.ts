import type { SmsClient } from '../../departments/sms/client'
import { SEALED } from '../../identity/person'
import { sensitive } from '../../platform/sensitive'
import { keepInInbox, type MessageDeps } from './inbox'
import type { MessageContent } from './message-presenter'

/** What the outbox carries for topic `help_request_changed`: its words are ready for every way. */
type HelpRequestChanged = MessageContent & {
  readonly accountId: string
  readonly phone: string | null
  readonly occasion: string
}

interface Ways {
  readonly phone_sealed: string | null
  readonly sessions: number
}

/**
 * One message in the inbox, and an SMS to somebody who is signed in nowhere: to their own phone, else to the one that was given with
 * the request. A failed SMS is thrown, so that the outbox tries again; the inbox keeps one copy.
 */
export async function deliverHelpRequestChanged(
  deps: MessageDeps & { readonly sms: SmsClient },
  { accountId, phone, occasion, ...content }: HelpRequestChanged,
): Promise<void> {
  const now = deps.clock.now().toISOString()
  const [ways] = await deps.database.read.sql<Ways[]>`
    SELECT phone_sealed, CAST((SELECT count(*) FROM sessions s WHERE s.subject_kind = 'resident' AND s.subject_id = a.id
      AND s.idle_expires_at > ${now} AND s.absolute_expires_at > ${now}) AS integer) AS sessions
    FROM accounts a WHERE a.id = ${accountId}`
  if (!ways) return // Deleted in the meantime: nobody is left to tell.
  await keepInInbox(deps, { accountId, occasion, kind: 'proxy', content })
  if (ways.sessions > 0) return
  const to = ways.phone_sealed ? deps.crypto.open(ways.phone_sealed, SEALED.phone) : phone
  if (to !== null) await deps.sms.send(sensitive(to), 'help_request', { text: `${content.title}：${content.body}` })
}
