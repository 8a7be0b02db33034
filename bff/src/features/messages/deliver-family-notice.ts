import { keepInInbox, type MessageDeps } from './inbox'
import type { MessageContent } from './message-presenter'

/** What the outbox carries for topic `family_notice`. */
type FamilyNotice = MessageContent & { readonly accountId: string; readonly occasion: string }

/** One message in the inbox. It goes no further: what cannot wait, the code, has its own SMS. */
export function deliverFamilyNotice(deps: MessageDeps, { accountId, occasion, ...content }: FamilyNotice): Promise<void> {
  return keepInInbox(deps, { accountId, occasion, kind: 'family', content })
}
