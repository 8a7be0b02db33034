import type { LicenceViewDto } from '@one-visit/shared/licences/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { toProblem } from '../../../platform/api-problem'
import { api } from '../../../platform/client'
import { askAgain } from '../../../platform/query-client'
import type { LookUp } from '../../../platform/use-look-up'

const VIEWS = ['GET /v1/licence-views', 'pages'] as const

export interface Views {
  lookUp: LookUp<readonly LicenceViewDto[]>
  hasMore: boolean
  loadingMore: boolean
  more: () => void
}

/** Who looked at the licences, page by page, newest first. Nothing of it is kept on the phone. */
export function useViews(): Views {
  const query = useInfiniteQuery({
    queryKey: VIEWS,
    // Somebody may have looked a second ago.
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('GET /v1/licence-views', { query: pageParam === undefined ? {} : { cursor: pageParam } }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return {
    lookUp: {
      data: query.data?.pages.flatMap((page) => page.items),
      asOf: query.dataUpdatedAt,
      problem: query.error === null ? null : toProblem(query.error),
      waiting: query.data === undefined && query.isFetching,
      again: () => void askAgain(VIEWS),
    },
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  }
}
