import type { HealthCodeDto } from '@one-visit/shared/health-code/contract'
import { useIsInFront } from '../../../platform/page-shown'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** A colour may change while it is shown, and a department that was away comes back, for which somebody may be waiting; milliseconds. */
const EVERY = 60_000
const EVERY_WHILE_AWAY = 10_000

/** A kept token would be a dead one, and must never make an old code look fresh. */
const withoutToken = (code: HealthCodeDto): HealthCodeDto => ({ ...code, token: null })

/** The health code of `self` or of a family member; the last one is kept on the phone and shown before the answer comes. */
export function useHealthCode(person: string): LookUp<HealthCodeDto> {
  const everyMs = useIsInFront() && (({ stale }: HealthCodeDto) => (stale ? EVERY_WHILE_AWAY : EVERY))
  return useLookUp('GET /v1/health-codes/:person', { params: { person } }, { keepCopy: withoutToken, everyMs })
}
