import { useInfiniteQuery } from '@tanstack/react-query'
import type { ActivityDto } from '@one-visit/shared/identity/contract'
import { toProblem, type ApiProblem } from '../../../platform/api-problem'
import { api } from '../../../platform/client'
import { askAgain } from '../../../platform/query-client'

const ACTIVITY = ['GET /v1/account/activity'] as const

export interface Activity {
  /** Undefined until the first page came. */
  items: readonly ActivityDto[] | undefined
  problem: ApiProblem | null
  loadingMore: boolean
  hasMore: boolean
  again: () => void
  more: () => void
}

/** What was done with the person's data, page by page, newest first. */
export function useActivity(): Activity {
  const query = useInfiniteQuery({
    queryKey: ACTIVITY,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('GET /v1/account/activity', { query: pageParam === undefined ? {} : { cursor: pageParam } }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    problem: query.error === null ? null : toProblem(query.error),
    loadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    again: () => void askAgain(ACTIVITY),
    more: () => void query.fetchNextPage(),
  }
}
