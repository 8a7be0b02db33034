import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { PageQuery } from '../kernel/paging'
import { IdParam } from '../kernel/schemas'
import {
  ContributionsDto,
  JwksDto,
  LicenceDto,
  LicenceViewDto,
  LicenceViewPage,
  PresentationDto,
  PresentInput,
  StatusListDto,
  VerificationDto,
  VerifyInput,
  WalletDto,
} from './schemas'

const MINE = { access: 'resident', onBehalf: 'show_licences', assurance: 2, pii: 'sensitive' } as const
/** Who looked is for the person alone, and what was paid is no licence. */
const OWN = { ...MINE, onBehalf: 'never' } as const
const DEPARTMENT_PROBLEMS = ['department_timeout', 'department_unavailable', 'department_invalid_reply'] as const

export const licenceEndpoints = endpoints({
  'GET /v1/licences': { ...MINE, summary: 'All my licences, those that end soon first', reply: WalletDto, limit: 'look_up' },
  'GET /v1/licences/:id': {
    ...MINE,
    summary: 'One licence in full',
    params: IdParam,
    reply: LicenceDto,
    limit: 'look_up',
    problems: DEPARTMENT_PROBLEMS,
  },
  'GET /v1/social-security/contributions': {
    ...OWN,
    summary: 'My social-security contributions',
    reply: ContributionsDto,
    limit: 'look_up',
    problems: DEPARTMENT_PROBLEMS,
  },
  'POST /v1/presentations': {
    ...MINE,
    assurance: 3,
    summary: 'Show chosen fields of a licence: a QR for 60 seconds and one check',
    body: PresentInput,
    reply: PresentationDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'licence_presented',
    problems: ['licence_revoked', 'licence_expired', 'code_too_long', ...DEPARTMENT_PROBLEMS],
  },
  'DELETE /v1/presentations/:id': {
    ...MINE,
    summary: 'Stop showing it at once',
    params: IdParam,
    reply: null,
    limit: 'write',
    audit: 'presentation_ended',
  },
  'POST /v1/verifications': {
    access: 'staff',
    roles: ['clerk', 'supervisor', 'administrator', 'volunteer'],
    summary: 'Check a shown licence: only the chosen fields, once; the holder sees who, what, when and why',
    body: VerifyInput,
    reply: VerificationDto,
    status: 201,
    idempotent: true,
    limit: 'look_up',
    pii: 'sensitive',
    audit: 'licence_verified',
    problems: [
      'code_altered',
      'code_expired',
      'code_not_yet_valid',
      'code_unknown_key',
      'presentation_unknown',
      'presentation_used',
      'licence_revoked',
      'licence_expired',
      'too_many_attempts',
      ...DEPARTMENT_PROBLEMS,
    ],
  },
  'GET /v1/licence-views': {
    ...OWN,
    summary: 'Who looked at my licences, newest first',
    query: PageQuery,
    reply: LicenceViewPage,
    limit: 'read',
  },
  'GET /v1/licence-views/export': {
    ...OWN,
    summary: 'The whole log to keep',
    reply: z.object({ items: z.array(LicenceViewDto) }),
    limit: 'read',
    audit: 'licence_views_exported',
  },
  'GET /.well-known/jwks.json': {
    access: 'public',
    summary: 'The keys with which codes and offline presentations are checked, old ones included while what they signed may live',
    reply: JwksDto,
    limit: 'read',
    pii: 'none',
    published: { maxAge: 60 },
  },
  'GET /.well-known/licence-status.json': {
    access: 'public',
    summary: 'The signed status list of licences that can be shown offline',
    reply: StatusListDto,
    limit: 'read',
    pii: 'none',
    // With the 30 s between two lists still well under STATUS_LIST_SECONDS.
    published: { maxAge: 10 },
    problems: ['department_unavailable'],
  },
})

export type ContributionsDto = z.infer<typeof ContributionsDto>
export type JwksDto = z.infer<typeof JwksDto>
export type LicenceDto = z.infer<typeof LicenceDto>
export type LicenceViewDto = z.infer<typeof LicenceViewDto>
export type LicenceViewPage = z.infer<typeof LicenceViewPage>
export type PresentationDto = z.infer<typeof PresentationDto>
export type StatusListDto = z.infer<typeof StatusListDto>
export type VerificationDto = z.infer<typeof VerificationDto>
export type WalletDto = z.infer<typeof WalletDto>
