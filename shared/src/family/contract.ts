import { z } from 'zod'
import { PersonName, ResidentId } from '../identity/schemas'
import { endpoints } from '../kernel/endpoints'
import { IdParam, InstantDto } from '../kernel/schemas'
import { RELATIONS } from './rules'

/**
 * Somebody shown on this account (老幼助查). `pending`: an adult who has not agreed yet; `household`: a minor, bound by the
 * household register. Name masked.
 */
export const FamilyMemberDto = z.object({
  id: z.uuid(),
  name: z.string(),
  relation: z.enum(RELATIONS),
  status: z.enum(['active', 'pending']),
  evidence: z.enum(['household', 'consent']),
  elder: z.boolean(),
  boundAt: InstantDto.nullable(),
  /** A pending request ends then. */
  expiresAt: InstantDto.nullable(),
})

/** Somebody who shows this person on their account, or asks to. Name masked. */
export const FamilyViewerDto = z.object({
  id: z.uuid(),
  name: z.string(),
  relation: z.enum(RELATIONS),
  status: z.enum(['active', 'pending']),
  askedAt: InstantDto,
})

export const FamilyDto = z.object({ members: z.array(FamilyMemberDto), viewers: z.array(FamilyViewerDto) })

export const AddFamilyMemberInput = z.object({ relation: z.enum(RELATIONS), name: PersonName, residentId: ResidentId })

/** `code`: six digits that were sent to the other person's own phone, and read out by them. */
export const ConfirmByCodeInput = z.object({ code: z.string().regex(/^\d{6}$/, '请填写 6 位验证码') })
export const AnswerRequestInput = z.object({ accept: z.boolean() })

const PERSONAL = { access: 'resident', onBehalf: 'never', assurance: 2, pii: 'personal' } as const
const DEPARTMENT_PROBLEMS = ['department_timeout', 'department_unavailable', 'department_invalid_reply'] as const

export const familyEndpoints = endpoints({
  'GET /v1/family': { ...PERSONAL, summary: 'Whom I see, and who sees me', reply: FamilyDto, limit: 'read' },
  'POST /v1/family': {
    ...PERSONAL,
    summary:
      'Add somebody: a minor of the same household at once, an adult when they agree (in the app, or by the code sent to their phone)',
    body: AddFamilyMemberInput,
    reply: FamilyMemberDto,
    status: 201,
    idempotent: true,
    limit: 'code',
    audit: 'family_member_added',
    problems: [
      'real_name_mismatch',
      'not_same_household',
      'family_limit_reached',
      'consent_not_possible',
      ...DEPARTMENT_PROBLEMS,
    ],
  },
  'POST /v1/family/:id/code': {
    ...PERSONAL,
    summary: 'Confirm with the code that was sent to the other person’s phone',
    params: IdParam,
    body: ConfirmByCodeInput,
    reply: FamilyMemberDto,
    limit: 'sign_in',
    audit: 'family_consent_given',
    problems: ['code_invalid', 'too_many_attempts', 'family_limit_reached'],
  },
  'POST /v1/family/:id/answer': {
    ...PERSONAL,
    summary: 'Agree, or not, to being shown on somebody’s account',
    params: IdParam,
    body: AnswerRequestInput,
    reply: FamilyDto,
    limit: 'write',
    audit: 'family_request_answered',
    problems: ['family_limit_reached'],
  },
  'DELETE /v1/family/:id': {
    ...PERSONAL,
    summary: 'End it, from either side; it holds for the very next request',
    params: IdParam,
    reply: null,
    limit: 'write',
    audit: 'family_member_removed',
  },
})

export type FamilyDto = z.infer<typeof FamilyDto>
export type FamilyMemberDto = z.infer<typeof FamilyMemberDto>
export type FamilyViewerDto = z.infer<typeof FamilyViewerDto>
