import type { messageEndpoints } from '@one-visit/shared/messages/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import { listMessages, markMessageRead, type MessageDeps } from './inbox'
import { addSubscription } from './subscriptions'

export function messageHandlers(deps: MessageDeps): Handlers<typeof messageEndpoints> {
  return {
    'GET /v1/messages': ({ principal, query }) => listMessages(deps, principal.accountId, query),
    'POST /v1/messages/:id/read': ({ principal, params }) => markMessageRead(deps, principal.accountId, params.id),
    'POST /v1/message-subscriptions': ({ principal, body, once }) =>
      once((tx) => addSubscription(tx, principal.accountId, body.template)),
  }
}
