import type { CountyDto } from '@one-visit/shared/county/contract'
import { useConsent } from './privacy'
import { useLookUp } from './use-look-up'

/** The county that this installation serves; undefined only before its first answer on this phone. */
export function useCounty(): CountyDto | undefined {
  const agreed = useConsent()
  return useLookUp('GET /v1/county', {}, { keepCopy: true, enabled: agreed }).data
}
