import { useQuery } from '@tanstack/react-query'
import { usePagePerson } from './acting'
import type { Call, CallArguments, CallOptions, CallReply } from './api'
import { toProblem, type ApiProblem } from './api-problem'
import { api } from './client'
import { isDelegable } from './delegable'
import { dropCopy, keepCopy, readCopy } from './last-copies'
import { lookUpKey } from './look-up-key'
import { askAgain, FRESH_FOR } from './query-client'

type ReadCall = Extract<Call, `GET ${string}`>

interface LookUpSettings<T> {
  /**
   * Keep the last answer on the phone: it is shown, with its time, before the newest is there and when there is no network.
   * A function says what of the answer may stay on the phone.
   */
  keepCopy?: boolean | ((reply: T) => T)
  /** False: do not ask yet. */
  enabled?: boolean
  /** From the first answer on, ask again so often, in milliseconds, while the app is in front; false: not now. May depend on what was answered. */
  everyMs?: number | false | ((reply: T) => number)
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

/** A copy of which only a part was kept is never taken for fresh, however young it is. */
const partlyKept = {
  staleTime: ({ state }: { state: { dataUpdateCount: number } }) => (state.dataUpdateCount === 0 ? 0 : FRESH_FOR),
}

/** Of what has been taken away or removed no copy may stay. */
function dropCopyOf(queryKey: readonly unknown[], error: unknown): void {
  if (toProblem(error).code === 'not_found') dropCopy(queryKey)
}

/** What changes under one's eyes is never taken for fresh. While nothing has been answered, the person decides when to ask again. */
const live = <T>(everyMs: number | false | ((reply: T) => number)) => ({
  staleTime: 0,
  refetchInterval: ({ state: { data } }: { state: { data: T | undefined } }) => {
    if (data === undefined) return false
    return typeof everyMs === 'function' ? everyMs(data) : everyMs
  },
})

/** Asks the BFF and follows the answer. The key is the endpoint with its input, so equal questions are asked once. */
export function useLookUp<K extends ReadCall>(
  endpoint: K,
  options: CallOptions<K>,
  settings: LookUpSettings<CallReply<K>> = {},
): LookUp<CallReply<K>> {
  const { acting, isOver } = usePagePerson(isDelegable(endpoint))
  const queryKey = lookUpKey(acting, endpoint, options)
  // Of somebody else nothing stays on the phone: they may end the mandate at any time, and each look is one that they are told of.
  const keeping = acting !== null && isDelegable(endpoint) ? false : (settings.keepCopy ?? false)
  const query = useQuery<CallReply<K>, unknown>({
    queryKey,
    enabled: (settings.enabled ?? true) && !(isOver && isDelegable(endpoint)),
    ...(typeof keeping === 'function' ? partlyKept : {}),
    ...(settings.everyMs === undefined ? {} : live(settings.everyMs)),
    ...(keeping === false ? {} : copyOf<K>(queryKey)),
    queryFn: async () => {
      try {
        const reply = await api.callFor(acting, endpoint, ...([options] as CallArguments<K>))
        if (keeping !== false) keepCopy(queryKey, keeping === true ? reply : keeping(reply), Date.now())
        return reply
      } catch (error) {
        dropCopyOf(queryKey, error)
        throw error
      }
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
