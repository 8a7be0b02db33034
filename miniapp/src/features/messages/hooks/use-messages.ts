import type { MessageDto, MessagePage } from '@one-visit/shared/messages/contract'
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useEffect } from 'react'
import { toProblem, type ApiProblem } from '../../../platform/api-problem'
import { api } from '../../../platform/client'
import { keepCopy, readCopy } from '../../../platform/last-copies'
import { go } from '../../../platform/navigation'
import { askAgain, queryClient } from '../../../platform/query-client'
import { showUnread } from '../../../platform/unread'

type Cursor = string | undefined
type Pages = InfiniteData<MessagePage, Cursor>

const LIST = ['GET /v1/messages', 'pages'] as const

/** The newest page is kept on the phone. */
function lastCopy(): { initialData?: Pages; initialDataUpdatedAt?: number } {
  const copy = readCopy(LIST)
  if (copy === null) return {}
  return { initialData: { pages: [copy.data as MessagePage], pageParams: [undefined] }, initialDataUpdatedAt: copy.at }
}

async function fetchPage(cursor: Cursor): Promise<MessagePage> {
  const page = await api.call('GET /v1/messages', { query: cursor === undefined ? {} : { cursor } })
  if (cursor === undefined) keepCopy(LIST, page, Date.now())
  return page
}

const asRead = (page: MessagePage, id: string): MessagePage => ({
  ...page,
  items: page.items.map((message) => (message.id === id ? { ...message, read: true } : message)),
  unread: Math.max(0, page.unread - 1),
})

/** Shown as read at once; when the BFF could not be told, the next look shows it unread again. */
async function markRead({ id, read }: MessageDto): Promise<void> {
  if (read) return
  queryClient.setQueryData<Pages>(LIST, (data) => data && { ...data, pages: data.pages.map((page) => asRead(page, id)) })
  try {
    await api.call('POST /v1/messages/:id/read', { params: { id } })
  } catch {
    await queryClient.invalidateQueries({ queryKey: LIST })
  }
}

export interface Messages {
  /** Undefined until something, at least a copy, can be shown. */
  items: readonly MessageDto[] | undefined
  unread: number
  /** Epoch milliseconds. */
  asOf: number
  problem: ApiProblem | null
  hasMore: boolean
  loadingMore: boolean
  again: () => void
  /** Joins a look that is under way. */
  refresh: () => void
  more: () => void
  markRead: (message: MessageDto) => void
  /** Marks it read and goes where it leads. */
  open: (message: MessageDto) => void
}

/** The person's messages, page by page, newest first. */
export function useMessages(): Messages {
  const query = useInfiniteQuery({
    queryKey: LIST,
    initialPageParam: undefined as Cursor,
    ...lastCopy(),
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    getNextPageParam: ({ next }: MessagePage): Cursor => next ?? undefined,
  })
  const unread = query.data?.pages[0]?.unread
  useEffect(() => {
    if (unread !== undefined) showUnread(unread)
  }, [unread])
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    unread: unread ?? 0,
    asOf: query.dataUpdatedAt,
    problem: query.error === null ? null : toProblem(query.error),
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    refresh: () => void query.refetch({ cancelRefetch: false }),
    again: () => void askAgain(LIST),
    more: () => void query.fetchNextPage(),
    markRead: (message: MessageDto) => void markRead(message),
    open: (message: MessageDto) => {
      void markRead(message)
      if (message.link !== null) void go(message.link)
    },
  }
}
