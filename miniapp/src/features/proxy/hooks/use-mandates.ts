import type { MandateActListDto, MandateDto, MandatesDto, MandateSlipDto } from '@one-visit/shared/proxy/contract'
import { useIsInFront } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** The person may agree, or an act be done, while somebody looks; milliseconds. */
const EVERY = 15_000
const LIST = 'GET /v1/mandates'
const ONE = 'GET /v1/mandates/:id'
const ACTS = 'GET /v1/mandates/:id/acts'

/** Whose page it is: who gave the mandate, who acts under it, or the family that looks after the person. */
export type Side = 'person' | 'actor' | 'family'

export interface SeenMandate {
  mandate: MandateDto
  side: Side
}

export function useMandates(): LookUp<MandatesDto> {
  const everyMs = useIsInFront() && EVERY
  return useLookUp(LIST, {}, { keepCopy: true, everyMs })
}

function sideOf({ given, held }: MandatesDto, id: string): Side {
  if (given.some((mandate) => mandate.id === id)) return 'person'
  return held.some((mandate) => mandate.id === id) ? 'actor' : 'family'
}

/** One mandate, and from which side it is seen. */
export function useMandate(id: string): LookUp<SeenMandate> {
  const everyMs = useIsInFront() && EVERY
  const list = useMandates()
  const one = useLookUp(ONE, { params: { id } }, { keepCopy: true, everyMs })
  return {
    data: one.data && list.data && { mandate: one.data, side: sideOf(list.data, id) },
    asOf: one.asOf,
    problem: one.problem ?? list.problem,
    waiting: one.waiting || list.waiting,
    again: () => {
      one.again()
      list.again()
    },
  }
}

export function useActs(id: string): LookUp<MandateActListDto> {
  const everyMs = useIsInFront() && EVERY
  return useLookUp(ACTS, { params: { id } }, { keepCopy: true, everyMs })
}

export function useSlip(id: string): LookUp<MandateSlipDto> {
  return useLookUp('GET /v1/mandates/:id/slip', { params: { id } }, { keepCopy: true })
}

/** What the BFF has just said of a mandate shows at once. */
export function noteMandate(mandate: MandateDto): void {
  queryClient.setQueryData([ONE, { params: { id: mandate.id } }], mandate)
  noteMandatesChanged()
}

export function noteMandatesChanged(): void {
  for (const endpoint of [LIST, ONE, ACTS]) void queryClient.invalidateQueries({ queryKey: [endpoint] })
}
