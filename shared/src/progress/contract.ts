import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { IdParam, InstantDto } from '../kernel/schemas'
import { CASE_NUMBER_PATTERN, CASE_STATUSES } from './rules'

const CaseNumber = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .refine((value) => CASE_NUMBER_PATTERN.test(value), '请填写受理回执上的办件编号')

/**
 * A case number **and** a secret: the query password of the receipt, or the last four of the applicant's ID (only for a
 * person who is signed in). A number alone reveals nothing, and a wrong pair answers like an unknown one.
 */
export const LookUpCaseInput = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('password'),
    caseNumber: CaseNumber,
    password: z.string().min(4, '请填写查询密码').max(32, '查询密码太长'),
  }),
  z.object({
    by: z.literal('id_last_four'),
    caseNumber: CaseNumber,
    lastFour: z
      .string()
      .regex(/^\d{3}[\dXx]$/, '请填写身份证后四位')
      .transform((v) => v.toUpperCase()),
  }),
])

/** One step of a case. `departmentWords` are the department's own, shown beside ours. */
export const CaseStepDto = z.object({
  at: InstantDto,
  status: z.enum(CASE_STATUSES),
  departmentWords: z.string(),
  note: z.string().nullable(),
})

/**
 * How far a case is. `steps` newest first. `asOf`: when the department said so; `stale`: the department could not be asked
 * now, so this is the last copy. `followProof` opens `POST /v1/follows` for 30 minutes, also after signing in; null when it is followed already.
 * Both null under a mandate: whoever acts for a person follows nothing of theirs.
 */
export const CaseProgressDto = z.object({
  caseNumber: z.string(),
  kind: z.enum(['id_card', 'exit_entry', 'general']),
  itemName: z.string(),
  department: z.string(),
  /** Masked, for instance 王*英. */
  applicant: z.string(),
  status: z.enum(CASE_STATUSES),
  departmentWords: z.string(),
  /** What the person has to do, in the department's words; null when nothing. */
  toDo: z.string().nullable(),
  /** Where a result is collected; null when not known. */
  place: z.string().nullable(),
  promisedBy: z.iso.date().nullable(),
  steps: z.array(CaseStepDto),
  asOf: InstantDto,
  stale: z.boolean(),
  followId: z.uuid().nullable(),
  followProof: z.string().nullable(),
})

/** Own cases at several departments; `missing` names departments that could not be asked and had no last copy. */
export const CaseListDto = z.object({
  items: z.array(CaseProgressDto),
  missing: z.array(z.object({ department: z.string(), reason: z.string() })),
})

export const FollowCaseInput = z.object({ proof: z.string().min(1).max(2000) })

/** A followed case with the last progress seen. Never changes what the department holds. */
export const FollowDto = z.object({
  id: z.uuid(),
  caseNumber: z.string(),
  itemName: z.string(),
  department: z.string(),
  status: z.enum(CASE_STATUSES),
  departmentWords: z.string(),
  changedAt: InstantDto,
  checkedAt: InstantDto,
  createdAt: InstantDto,
})
export const FollowListDto = z.object({ items: z.array(FollowDto) })

/** `followProof` follows the same case again: how a slip of the finger is undone. */
export const UnfollowedDto = z.object({ followProof: z.string() })

const DEPARTMENT_PROBLEMS = ['department_timeout', 'department_unavailable', 'department_invalid_reply'] as const

export const progressEndpoints = endpoints({
  'POST /v1/case-look-ups': {
    summary: 'How far a case is, by its number and a secret (POST keeps the secret out of addresses and logs)',
    access: 'public',
    body: LookUpCaseInput,
    reply: CaseProgressDto,
    limit: 'look_up',
    audit: 'case_looked_up',
    pii: 'personal',
    problems: ['case_not_found', 'sign_in_required', 'too_many_attempts', ...DEPARTMENT_PROBLEMS],
  },
  'GET /v1/progress/id-card': {
    summary: 'My ID-card applications',
    access: 'resident',
    onBehalf: 'look_up_cases',
    assurance: 2,
    reply: CaseListDto,
    limit: 'look_up',
    pii: 'personal',
    problems: DEPARTMENT_PROBLEMS,
  },
  'GET /v1/progress/exit-entry': {
    summary: 'My exit-entry permit applications',
    access: 'resident',
    onBehalf: 'look_up_cases',
    assurance: 2,
    reply: CaseListDto,
    limit: 'look_up',
    pii: 'personal',
    problems: DEPARTMENT_PROBLEMS,
  },
  'GET /v1/cases': {
    summary: 'All my cases, of every department that answers',
    access: 'resident',
    onBehalf: 'look_up_cases',
    assurance: 2,
    reply: CaseListDto,
    limit: 'look_up',
    pii: 'personal',
  },
  'GET /v1/follows': {
    summary: 'The cases I follow',
    access: 'resident',
    onBehalf: 'never',
    reply: FollowListDto,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/follows': {
    summary: 'Follow a case: one message a change',
    access: 'resident',
    onBehalf: 'never',
    body: FollowCaseInput,
    reply: FollowDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'case_followed',
    pii: 'personal',
    problems: ['follow_limit_reached', 'case_not_found'],
  },
  'GET /v1/follows/:id': {
    summary: 'How far a followed case is now',
    access: 'resident',
    onBehalf: 'never',
    params: IdParam,
    reply: CaseProgressDto,
    limit: 'look_up',
    pii: 'personal',
    problems: ['case_not_found', ...DEPARTMENT_PROBLEMS],
  },
  'DELETE /v1/follows/:id': {
    summary: 'Stop following',
    access: 'resident',
    onBehalf: 'never',
    params: IdParam,
    reply: UnfollowedDto,
    limit: 'write',
    audit: 'case_unfollowed',
    pii: 'personal',
  },
})

export type LookUpCaseInput = z.infer<typeof LookUpCaseInput>
export type CaseStepDto = z.infer<typeof CaseStepDto>
export type CaseProgressDto = z.infer<typeof CaseProgressDto>
export type CaseListDto = z.infer<typeof CaseListDto>
export type UnfollowedDto = z.infer<typeof UnfollowedDto>
export type FollowDto = z.infer<typeof FollowDto>
export type FollowListDto = z.infer<typeof FollowListDto>
