import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { pageOf, PageQuery } from '../kernel/paging'
import { IdParam, InstantDto } from '../kernel/schemas'

/** A message to the person. `link` is a page of the app with its query, or null. */
export const MessageDto = z.object({
  id: z.uuid(),
  at: InstantDto,
  kind: z.enum(['case_changed', 'visit', 'family', 'proxy', 'account']),
  title: z.string(),
  body: z.string(),
  link: z.string().nullable(),
  read: z.boolean(),
})
export const MessagePage = pageOf(MessageDto).extend({ unread: z.number().int() })

/** WeChat's answer to requestSubscribeMessage after a tap: one send is allowed for each acceptance. */
export const AddSubscriptionInput = z.object({ template: z.enum(['case_changed', 'visit']) })
export const SubscriptionDto = z.object({ template: z.enum(['case_changed', 'visit']), remaining: z.number().int() })

export const messageEndpoints = endpoints({
  'GET /v1/messages': {
    summary: 'My messages, newest first',
    access: 'resident',
    onBehalf: 'never',
    query: PageQuery,
    reply: MessagePage,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/messages/:id/read': {
    summary: 'Mark a message as read',
    access: 'resident',
    onBehalf: 'never',
    params: IdParam,
    reply: null,
    limit: 'write',
    pii: 'none',
  },
  'POST /v1/message-subscriptions': {
    summary: 'The person allowed one subscribe message',
    access: 'resident',
    onBehalf: 'never',
    body: AddSubscriptionInput,
    reply: SubscriptionDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    pii: 'personal',
  },
})

export type MessageDto = z.infer<typeof MessageDto>
export type MessagePage = z.infer<typeof MessagePage>
export type SubscriptionDto = z.infer<typeof SubscriptionDto>
