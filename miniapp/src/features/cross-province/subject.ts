import { DECIDING_SIDES, type DecidingSide } from '@one-visit/shared/cross-province/rules'
import { useCounty } from '../../platform/county'
import { useQuery } from '../../platform/navigation'
import { acrossText } from './text'

/** What of the subject the address of this page names; empty where a link was cut. */
export function useAsked(): { side: DecidingSide | null; region: string; item: string } {
  const { side, region = '', item = '' } = useQuery()
  return { side: DECIDING_SIDES.find((one) => one === side) ?? null, region, item }
}

/** As the county calls itself. */
export function useCountyName(): string {
  return useCounty()?.name ?? acrossText.here
}
