import { z } from 'zod'
import { RELATIONS } from '../family/rules'
import { endpoints } from '../kernel/endpoints'
import { InstantDto } from '../kernel/schemas'
import { HEALTH_COLOURS } from './rules'

/** `self`, or the id of a family member. */
export const PersonRef = z.union([z.literal('self'), z.uuid('没有这个人')])

export const HealthTestDto = z.object({
  takenAt: InstantDto,
  place: z.string(),
  result: z.enum(['negative', 'positive', 'pending']),
})
export const VaccinationDto = z.object({ vaccine: z.string(), dose: z.number().int(), date: z.iso.date(), place: z.string() })

/** Places of the last 14 days, from the communications department. */
export const TravelCardDto = z.object({
  places: z.array(z.object({ name: z.string(), atRisk: z.boolean() })),
  asOf: InstantDto,
  stale: z.boolean(),
})

/**
 * The signed, single-purpose token that the QR carries, good for 60 seconds. It holds the colour and the masked name, nothing else,
 * and can be checked without asking anybody (`/.well-known/jwks.json`).
 */
export const HealthCodeTokenDto = z.object({ value: z.string(), expiresAt: InstantDto })

/**
 * `stale`: the department could not be asked; then `asOf` is shown in large type and there is no token: an old copy never looks
 * fresh. `tests` and `vaccinations` null, and `travelCard` null with its reason, when they could not be had: none of them hides the
 * code.
 */
export const HealthCodeDto = z.object({
  person: z.object({ ref: PersonRef, name: z.string(), relation: z.enum(RELATIONS).nullable() }),
  colour: z.enum(HEALTH_COLOURS),
  reason: z.string(),
  /** When the colour ends by itself; null when it does not. */
  expiresAt: InstantDto.nullable(),
  tests: z.array(HealthTestDto).nullable(),
  vaccinations: z.array(VaccinationDto).nullable(),
  travelCard: TravelCardDto.nullable(),
  travelCardMissing: z.string().nullable(),
  token: HealthCodeTokenDto.nullable(),
  asOf: InstantDto,
  stale: z.boolean(),
})

export const CheckHealthCodeInput = z.object({ token: z.string().min(1).max(2000) })
export const HealthCodeCheckDto = z.object({
  colour: z.enum(HEALTH_COLOURS),
  name: z.string(),
  issuedAt: InstantDto,
  expiresAt: InstantDto,
})

const MINE = { access: 'resident', onBehalf: 'show_health_code', assurance: 2, pii: 'sensitive' } as const
const DEPARTMENT_PROBLEMS = ['department_timeout', 'department_unavailable', 'department_invalid_reply'] as const

export const healthCodeEndpoints = endpoints({
  'GET /v1/health-codes/:person': {
    ...MINE,
    summary: 'The health code of me or of somebody of my family',
    params: z.object({ person: PersonRef }),
    reply: HealthCodeDto,
    limit: 'look_up',
    problems: DEPARTMENT_PROBLEMS,
  },
  'POST /v1/health-codes/:person/token': {
    ...MINE,
    summary: 'A new token for another 60 seconds',
    params: z.object({ person: PersonRef }),
    reply: HealthCodeTokenDto,
    status: 201,
    limit: 'read',
    problems: DEPARTMENT_PROBLEMS,
  },
  'POST /v1/health-code-checks': {
    summary: 'Whether a health code is real and fresh: for anybody at a door',
    access: 'public',
    body: CheckHealthCodeInput,
    reply: HealthCodeCheckDto,
    limit: 'look_up',
    pii: 'personal',
    problems: ['code_altered', 'code_expired', 'code_unknown_key', 'code_not_yet_valid'],
  },
})

export type HealthCodeDto = z.infer<typeof HealthCodeDto>
export type HealthCodeTokenDto = z.infer<typeof HealthCodeTokenDto>
export type HealthCodeCheckDto = z.infer<typeof HealthCodeCheckDto>
