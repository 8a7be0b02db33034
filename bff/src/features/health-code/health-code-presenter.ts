import type { HealthCodeDto, HealthCodeTokenDto } from '@one-visit/shared/health-code/contract'
import { maskName } from '@one-visit/shared/identity/rules'
import type { TravelCard } from '../../departments/communications/mapping'
import type { Fetched } from '../../departments/gateway'
import type { HealthCode, HealthTest, Vaccination } from '../../departments/health/mapping'
import type { ResolvedPerson } from '../../identity/family-store'
import { Problem } from '../../platform/errors'

type Asked<T> = PromiseSettledResult<Fetched<T>>

/** What goes with a code, had or not. */
export interface CodeExtras {
  readonly tests: Asked<readonly HealthTest[]>
  readonly vaccinations: Asked<readonly Vaccination[]>
  readonly travelCard: Asked<TravelCard | null>
}

interface Parts extends CodeExtras {
  readonly person: ResolvedPerson
  readonly code: Fetched<HealthCode>
  readonly token: HealthCodeTokenDto | null
}

const NO_CARD = '没有登记在本人名下的手机号，所以没有行程卡。'

/** The code with its extras, the name masked. */
export function presentHealthCode({ person, code, token, tests, vaccinations, travelCard }: Parts): HealthCodeDto {
  return {
    person: { ref: person.ref, name: maskName(person.name.reveal()), relation: person.relation },
    colour: code.value.colour,
    reason: code.value.reason,
    expiresAt: code.value.expiresAt,
    tests: listOf(tests),
    vaccinations: listOf(vaccinations),
    ...presentTravelCard(travelCard),
    token,
    asOf: code.asOf.toISOString(),
    stale: code.stale,
  }
}

/** Null: could not be had. */
function listOf<T>(asked: Asked<readonly T[]>): T[] | null {
  if (asked.status === 'fulfilled') return asked.value.value.map((one) => ({ ...one }))
  requireProblem(asked.reason)
  return null
}

function presentTravelCard(asked: Asked<TravelCard | null>): Pick<HealthCodeDto, 'travelCard' | 'travelCardMissing'> {
  if (asked.status === 'rejected') {
    return { travelCard: null, travelCardMissing: requireProblem(asked.reason).detail ?? '行程卡暂时查不到。' }
  }
  const { value, asOf, stale } = asked.value
  if (value === null) return { travelCard: null, travelCardMissing: NO_CARD }
  const places = value.places.map(({ name, atRisk }) => ({ name, atRisk }))
  return { travelCard: { places, asOf: asOf.toISOString(), stale }, travelCardMissing: null }
}

/** A department that fails is a reason to show less; a mistake of ours is not to be hidden. */
function requireProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}
