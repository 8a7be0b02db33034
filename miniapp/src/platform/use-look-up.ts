import { useQuery } from '@tanstack/react-query'
import type { Call, CallArguments, CallOptions, CallReply } from './api'
import { toProblem, type ApiProblem } from './api-problem'
import { api } from './client'
import { keepCopy, readCopy } from './last-copies'
import { askAgain } from './query-client'

type ReadCall = Extract<Call, `GET ${string}`>

interface LookUpSettings {
  /** Keep the last answer on the phone and show it, with its time, when there is no network. */
  keepCopy?: boolean
  /** False: do not ask yet. */
  enabled?: boolean
  /** From the first answer on, ask again so often, in milliseconds, while the app is in front; false: not now. */
  everyMs?: number | false
}

export interface LookUp<T> {
  /** Undefined until something, at least a copy, can be shown. */
  data: T | undefined
  /** When `data` was answered, epoch milliseconds; 0 without data. */
  asOf: number
  /** Null while the last try went well. */
  problem: ApiProblem | null
  /** The first answer is awaited and there is nothing to show yet. */
  waiting: boolean
  again: () => void
}

function copyOf<K extends ReadCall>(queryKey: readonly unknown[]): { initialData?: CallReply<K>; initialDataUpdatedAt?: number } {
  const copy = readCopy(queryKey)
  return copy === null ? {} : { initialData: copy.data as CallReply<K>, initialDataUpdatedAt: copy.at }
}

/** What changes under one's eyes is never taken for fresh. While nothing has been answered, the person decides when to ask again. */
const live = (everyMs: number | false) => ({
  staleTime: 0,
  refetchInterval: ({ state }: { state: { data: unknown } }) => (state.data === undefined ? false : everyMs),
})

/** Asks the BFF and follows the answer. The key is the endpoint with its input, so equal questions are asked once. */
export function useLookUp<K extends ReadCall>(
  endpoint: K,
  options: CallOptions<K>,
  settings: LookUpSettings = {},
): LookUp<CallReply<K>> {
  const queryKey = [endpoint, options] as const
  const query = useQuery<CallReply<K>, unknown>({
    queryKey,
    enabled: settings.enabled ?? true,
    ...(settings.everyMs === undefined ? {} : live(settings.everyMs)),
    ...(settings.keepCopy === true ? copyOf<K>(queryKey) : {}),
    queryFn: async () => {
      const reply = await api.call(endpoint, ...([options] as CallArguments<K>))
      if (settings.keepCopy === true) keepCopy(queryKey, reply, Date.now())
      return reply
    },
  })
  return {
    data: query.data,
    asOf: query.dataUpdatedAt,
    problem: query.error === null ? null : toProblem(query.error),
    waiting: query.data === undefined && query.isFetching,
    again: () => void askAgain(queryKey),
  }
}
