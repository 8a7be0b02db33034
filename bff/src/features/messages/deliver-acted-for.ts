import type { SmsClient } from '../../departments/sms/client'
import { sensitive } from '../../platform/sensitive'
import { keepInInbox, type MessageDeps } from './inbox'
import type { MessageContent } from './message-presenter'

/** What the outbox carries for topics `acted_for` and `mandate_notice`. `sms`: for somebody who does not look into the app. */
type ActedFor = MessageContent & {
  readonly accountId: string
  readonly occasion: string
  readonly sms: { readonly phone: string; readonly text: string } | null
}

/** One message in the inbox, and one SMS where the app is not looked at. A failed SMS is thrown, so that the outbox tries again. */
export async function deliverActedFor(
  deps: MessageDeps & { readonly sms: SmsClient },
  { accountId, occasion, sms, ...content }: ActedFor,
): Promise<void> {
  await keepInInbox(deps, { accountId, occasion, kind: 'proxy', content })
  if (sms) await deps.sms.send(sensitive(sms.phone), 'acted_for', { text: sms.text })
}
