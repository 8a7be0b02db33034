import type { Call, CallReply } from '../src/platform/api'
import type { ProblemCode, ProblemDetails } from '@one-visit/shared/kernel/problem'
import { PROBLEMS } from '@one-visit/shared/kernel/problem'

export interface Received {
  endpoint: string
  headers: Record<string, string>
  body: unknown
}

interface Answer {
  statusCode: number
  data: unknown
}

type Handler = (received: Received) => Answer | Promise<Answer>

const handlers = new Map<string, Handler>()
const received: Received[] = []

const pathFits = (pattern: string, path: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)

/** `useLookUp` and `useSubmit` end here in tests, in place of `wx.request`. */
export async function answer(method: string, url: string, headers: Record<string, string>, data?: string): Promise<Answer> {
  const path = url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? ''
  const request = { endpoint: `${method} ${url.replace(/^https?:\/\/[^/]+/, '')}`, headers, body: data === undefined ? undefined : JSON.parse(data) }
  received.push(request)
  const found = [...handlers].find(([pattern]) => pathFits(pattern, `${method} ${path}`))
  if (!found) return { statusCode: 404, data: problemBody('not_found') }
  return found[1](request)
}

function problemBody(code: ProblemCode, more: Partial<ProblemDetails> = {}): ProblemDetails {
  const { title, action, status } = PROBLEMS[code]
  return { type: `urn:problem:${code}`, title, status, code, detail: title, action, requestId: 'R1', ...more }
}

/** From now on this endpoint answers so. */
export const bff = {
  replies<K extends Call>(endpoint: K, reply: CallReply<K>): void {
    handlers.set(endpoint, () => ({ statusCode: 200, data: reply }))
  },
  refuses(endpoint: Call, code: ProblemCode, more: Partial<ProblemDetails> = {}): void {
    handlers.set(endpoint, () => ({ statusCode: PROBLEMS[code].status, data: problemBody(code, more) }))
  },
  /** No network: nothing arrives and nothing comes back. */
  isUnreachable(endpoint: Call): void {
    handlers.set(endpoint, () => Promise.reject(new Error('request:fail')))
  },
  /** Answers only when told to. */
  waits<K extends Call>(endpoint: K): (reply: CallReply<K>) => void {
    let release: (answer: Answer) => void = () => undefined
    const waiting = new Promise<Answer>((resolve) => {
      release = resolve
    })
    handlers.set(endpoint, () => waiting)
    return (reply) => {
      release({ statusCode: 200, data: reply })
    }
  },
  /** What arrived, in order; all, or what one endpoint got. */
  received: (endpoint: string): readonly Received[] => received.filter((request) => pathFits(endpoint, request.endpoint.split('?')[0] ?? '')),
  reset(): void {
    handlers.clear()
    received.length = 0
  },
}
