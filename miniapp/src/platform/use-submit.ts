import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { usePagePerson } from './acting'
import type { Call, CallArguments, CallOptions, CallReply } from './api'
import { toProblem, type ApiProblem } from './api-problem'
import { api } from './client'
import { isDelegable } from './delegable'
import { newId } from './ids'

type WriteCall = Exclude<Call, `GET ${string}`>

export interface Submit<K extends WriteCall> {
  /**
   * Sends unless a send is under way. The same input after a failure goes out under the same idempotency key: it counts once.
   * A key in the options is taken instead, where it must outlive the page.
   */
  send: (options: CallOptions<K>) => void
  busy: boolean
  /** Null until a send failed, and again while the next is under way. */
  problem: ApiProblem | null
  /** Shows no problem any more. */
  reset: () => void
}

/** A reply may hold somebody's data; milliseconds that it stays in memory once no page shows it. */
const KEPT_FOR = 1_000

/** Sends something to the BFF from a button. `onDone` gets the reply. */
export function useSubmit<K extends WriteCall>(endpoint: K, onDone: (reply: CallReply<K>) => void | Promise<void>): Submit<K> {
  const { acting } = usePagePerson(isDelegable(endpoint))
  // Two taps can come before the first has drawn anything, so `isPending` alone would let both through.
  const sending = useRef(false)
  const attempt = useRef<{ input: string; key: string } | null>(null)
  const mutation = useMutation<CallReply<K>, unknown, CallOptions<K>>({
    gcTime: KEPT_FOR,
    mutationFn: async (options) => {
      const input = JSON.stringify(options)
      if (attempt.current?.input !== input) attempt.current = { input, key: options.idempotencyKey ?? (await newId()) }
      return api.callFor(
        acting,
        endpoint,
        ...([{ ...options, idempotencyKey: attempt.current.key }] as unknown as CallArguments<K>),
      )
    },
    onSuccess: async (reply) => {
      attempt.current = null
      await onDone(reply)
    },
    onSettled: () => {
      sending.current = false
    },
  })
  return {
    send: (options) => {
      if (sending.current) return
      sending.current = true
      mutation.mutate(options)
    },
    busy: mutation.isPending,
    problem: mutation.error === null ? null : toProblem(mutation.error),
    reset: mutation.reset,
  }
}
