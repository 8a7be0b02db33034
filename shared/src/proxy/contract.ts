import type { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { IdParam } from '../kernel/schemas'
import {
  AnswerMandateInput,
  AskMandateInput,
  HelpRequestDto,
  HelpRequestListDto,
  MandateActListDto,
  MandateCodeInput,
  MandateDto,
  MandatesDto,
  MandateSlipDto,
  OpenRequestInput,
} from './schemas'

/** The person's own: nobody else gives, ends or reads mandates for them. */
const OWN = { access: 'resident', onBehalf: 'never', assurance: 2, pii: 'personal' } as const

export const proxyEndpoints = endpoints({
  'GET /v1/mandates': { ...OWN, summary: 'Who may act for me, and for whom I may act', reply: MandatesDto, limit: 'read' },
  'POST /v1/mandates': {
    ...OWN,
    summary: 'Ask to act for a member of the family; it waits for their consent',
    body: AskMandateInput,
    reply: MandateDto,
    status: 201,
    idempotent: true,
    limit: 'code',
    audit: 'mandate_asked',
    problems: ['not_found', 'mandate_limit_reached', 'too_many_attempts'],
  },
  'GET /v1/mandates/:id': { ...OWN, summary: 'One mandate, for either side', params: IdParam, reply: MandateDto, limit: 'read' },
  'POST /v1/mandates/:id/answer': {
    ...OWN,
    summary: 'The person agrees in the app, or does not',
    params: IdParam,
    body: AnswerMandateInput,
    reply: MandateDto,
    limit: 'write',
    audit: 'mandate_answered',
    problems: ['mandate_limit_reached', 'mandate_not_pending'],
  },
  'POST /v1/mandates/:id/code': {
    ...OWN,
    summary: 'The code sent to the person’s phone, as they read it out to the one who asked',
    params: IdParam,
    body: MandateCodeInput,
    reply: MandateDto,
    limit: 'sign_in',
    audit: 'mandate_consent_given',
    problems: ['code_invalid', 'too_many_attempts', 'mandate_limit_reached', 'mandate_not_pending'],
  },
  'DELETE /v1/mandates/:id': {
    ...OWN,
    summary: 'End it, from either side; it holds for the very next request',
    params: IdParam,
    reply: null,
    limit: 'write',
    audit: 'mandate_ended',
  },
  'GET /v1/mandates/:id/acts': {
    ...OWN,
    summary: 'Everything done or tried under it, newest first; for the person, and for a member of the family who may see them',
    params: IdParam,
    reply: MandateActListDto,
    limit: 'read',
  },
  'GET /v1/mandates/:id/slip': {
    ...OWN,
    summary: 'The page to print, for either side',
    params: IdParam,
    reply: MandateSlipDto,
    limit: 'read',
  },
  'GET /v1/help-requests': { ...OWN, summary: 'My requests for help, newest first', reply: HelpRequestListDto, limit: 'read' },
  'POST /v1/help-requests': {
    ...OWN,
    summary: 'Ask for help, for me or for a member of the family',
    body: OpenRequestInput,
    reply: HelpRequestDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'help_requested',
    problems: ['not_found', 'request_limit_reached'],
  },
  'GET /v1/help-requests/:id': {
    ...OWN,
    summary: 'How far it is',
    params: IdParam,
    reply: HelpRequestDto,
    limit: 'read',
  },
  'DELETE /v1/help-requests/:id': {
    ...OWN,
    summary: 'Take it back; what was allowed for it ends',
    params: IdParam,
    reply: null,
    limit: 'write',
    audit: 'help_request_cancelled',
    problems: ['status_changed'],
  },
})

export type HelpRequestDto = z.infer<typeof HelpRequestDto>
export type HelpRequestListDto = z.infer<typeof HelpRequestListDto>
export type MandateActListDto = z.infer<typeof MandateActListDto>
export type MandateDto = z.infer<typeof MandateDto>
export type MandatesDto = z.infer<typeof MandatesDto>
export type MandateSlipDto = z.infer<typeof MandateSlipDto>
