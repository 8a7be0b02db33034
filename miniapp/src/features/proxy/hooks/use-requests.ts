import type { HelpRequestDto, HelpRequestListDto } from '@one-visit/shared/proxy/contract'
import { useIsInFront } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** A volunteer may take it, or finish it, while somebody looks; milliseconds. */
const EVERY = 15_000
const LIST = 'GET /v1/help-requests'
const ONE = 'GET /v1/help-requests/:id'

export function useRequests(): LookUp<HelpRequestListDto> {
  const everyMs = useIsInFront() && EVERY
  return useLookUp(LIST, {}, { keepCopy: true, everyMs })
}

export function useRequest(id: string): LookUp<HelpRequestDto> {
  const everyMs = useIsInFront() && EVERY
  return useLookUp(ONE, { params: { id } }, { keepCopy: true, everyMs })
}

/** What the BFF has just said of a request shows at once. */
export function noteRequest(request: HelpRequestDto): void {
  queryClient.setQueryData([ONE, { params: { id: request.id } }], request)
  noteRequestsChanged()
}

export function noteRequestsChanged(): void {
  for (const endpoint of [LIST, ONE]) void queryClient.invalidateQueries({ queryKey: [endpoint] })
}
