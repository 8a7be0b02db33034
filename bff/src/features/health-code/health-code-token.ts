import type { HealthCodeTokenDto } from '@one-visit/shared/health-code/contract'
import { HEALTH_CODE_SECONDS } from '@one-visit/shared/health-code/rules'
import { maskName } from '@one-visit/shared/identity/rules'
import type { Fetched } from '../../departments/gateway'
import type { HealthCode } from '../../departments/health/mapping'
import type { ResolvedPerson } from '../../identity/family-store'
import type { HealthCodeDeps } from './deps'

/**
 * A token for 60 seconds, and never for longer than the colour holds; null for an old copy and for a colour that has ended:
 * neither may look fresh.
 */
export function tokenFor(
  { clock, signer }: Pick<HealthCodeDeps, 'clock' | 'signer'>,
  person: Pick<ResolvedPerson, 'name'>,
  { value, stale }: Fetched<HealthCode>,
): HealthCodeTokenDto | null {
  const left = value.expiresAt === null ? Infinity : (Date.parse(value.expiresAt) - clock.now().getTime()) / 1000
  const lifetime = Math.min(HEALTH_CODE_SECONDS, Math.floor(left))
  if (stale || lifetime <= 0) return null
  const signed = signer.signHealthCode({ colour: value.colour, name: maskName(person.name.reveal()) }, lifetime)
  return { value: signed.text, expiresAt: signed.expiresAt.toISOString() }
}
