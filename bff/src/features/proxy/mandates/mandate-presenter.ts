import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { Mandate } from '../../../identity/mandate.entity'
import { findMandateNames } from '../../../identity/mandate-names'
import type { Reader } from '../../../platform/database'
import type { MandateDeps } from './deps'
import { presentScope } from './scope'

type Deps = Pick<MandateDeps, 'crypto' | 'pack' | 'clock'>

/** In the order given. */
export async function presentMandates(deps: Deps, read: Reader, mandates: readonly Mandate[]): Promise<MandateDto[]> {
  const namesOf = await findMandateNames(read, deps.crypto, mandates)
  const now = deps.clock.now().toISOString()
  return mandates.map((mandate): MandateDto => {
    const names = namesOf(mandate)
    return {
      id: mandate.id,
      number: mandate.number,
      principal: names.principal,
      actor: { kind: mandate.actorKind, name: names.actor, office: officeName(deps, names.officeId) },
      scope: presentScope(deps.pack, mandate.scope),
      evidence: mandate.evidence,
      askedAt: mandate.askedAt,
      startsAt: mandate.startsAt,
      expiresAt: mandate.expiresAt,
      days: mandate.days,
      taskId: mandate.taskId,
      ...presentState(mandate, now),
    }
  })
}

/** One mandate. */
export async function presentMandate(deps: Deps, read: Reader, mandate: Mandate): Promise<MandateDto> {
  const [dto] = await presentMandates(deps, read, [mandate])
  if (!dto) throw new Error('A mandate was not presented.')
  return dto
}

/** `now`: UTC ISO 8601. */
export function presentState(
  { status, ending, endedAt, expiresAt }: Pick<Mandate, 'status' | 'ending' | 'endedAt' | 'expiresAt'>,
  now: string,
): Pick<MandateDto, 'status' | 'ending' | 'endedAt'> {
  const lapsed = (status === 'pending' || status === 'active') && expiresAt <= now
  if (lapsed || ending === 'expired') return { status: 'expired', ending: 'expired', endedAt: endedAt ?? expiresAt }
  return { status, ending, endedAt }
}

function officeName({ pack }: Deps, id: string | null): string | null {
  if (id === null) return null
  return pack.offices.find((office) => office.id === id)?.name ?? pack.county.name
}
