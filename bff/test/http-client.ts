import { randomUUID } from 'node:crypto'
import type { AllEndpoints } from '@one-visit/shared/all-endpoints'
import type { CallInput, Reply } from '@one-visit/shared/kernel/endpoints'
import type { ProblemDetails } from '@one-visit/shared/kernel/problem'

export interface CallOptions {
  readonly token?: string
  readonly deviceId?: string
  /** The mandate under which the caller acts for somebody else. */
  readonly mandate?: string
  /** A fresh one unless given. */
  readonly idempotencyKey?: string
  /** More headers, in lower case. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** Calls endpoints of a server over HTTP, typed by the contract. */
export interface HttpClient {
  readonly url: string
  /** The reply; throws with the whole problem when there is one. */
  call<K extends keyof AllEndpoints>(key: K, input: CallInput<AllEndpoints[K]> & CallOptions): Promise<Reply<AllEndpoints[K]>>
  /** The problem; throws when the call succeeds. */
  refused<K extends keyof AllEndpoints>(key: K, input: CallInput<AllEndpoints[K]> & CallOptions): Promise<ProblemDetails>
  /** Whatever is answered, to any endpoint, with whatever is sent. */
  ask(key: string, input: LooseInput): Promise<Answer<unknown>>
}

export interface LooseInput extends CallOptions {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
}

export function createHttpClient(url: string): HttpClient {
  const send = (key: string, input: LooseInput): Promise<Answer<unknown>> => sendTo(url, key, input)
  return {
    url,
    ask: send,
    call: async (key, input) => {
      const answer = await send(key, input)
      if (answer.status >= 400) throw new Error(`${key} answered ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as never
    },
    refused: async (key, input) => {
      const answer = await send(key, input)
      if (answer.status < 400) throw new Error(`${key} was not refused: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as ProblemDetails
    },
  }
}

async function sendTo(url: string, key: string, input: LooseInput): Promise<Answer<unknown>> {
  const [method = '', pattern = ''] = key.split(' ')
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const response = await fetch(`${url}${path}${query.size > 0 ? `?${query.toString()}` : ''}`, {
    method,
    headers: {
      ...(input.token === undefined ? {} : { authorization: `Bearer ${input.token}` }),
      ...(input.deviceId === undefined ? {} : { 'x-device-id': input.deviceId }),
      ...(input.mandate === undefined ? {} : { 'x-mandate': input.mandate }),
      ...(method === 'POST' ? { 'idempotency-key': input.idempotencyKey ?? randomUUID() } : {}),
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...input.headers,
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}
