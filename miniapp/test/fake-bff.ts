import { PROBLEMS, type ProblemCode, type ProblemDetails } from '@one-visit/shared/kernel/problem'
import type { Call, CallReply } from '../src/platform/api'
import { taroState, type TaroReply } from './taro'

export interface Received {
  /** With its query, for instance `GET /v1/account/activity?cursor=c2`. */
  endpoint: string
  headers: Record<string, string>
  body: unknown
}

type Handler = () => TaroReply | Promise<TaroReply>

const handlers = new Map<string, Handler>()
const received: Received[] = []

const pathFits = (pattern: string, endpoint: string) =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(endpoint.split('?')[0] ?? '')

function problemBody(code: ProblemCode, more: Partial<ProblemDetails>): ProblemDetails {
  const { title, action, status } = PROBLEMS[code]
  return { type: `urn:problem:${code}`, title, status, code, detail: title, action, requestId: 'R1', ...more }
}

/** As the BFF answers: nothing to say is "no content". */
const statusOf = (reply: unknown): number => (reply === undefined || reply === null ? 204 : 200)

async function answer({ method, url, header, data }: Parameters<typeof taroState.request>[0]): Promise<TaroReply> {
  const endpoint = `${method} ${url}`
  received.push({ endpoint, headers: header, body: data === undefined ? undefined : (JSON.parse(data) as unknown) })
  const handler = [...handlers].find(([pattern]) => pathFits(pattern, endpoint))?.[1]
  if (!handler) throw new Error(`No answer for ${endpoint}`)
  return handler()
}

/** Answers in place of the BFF; an endpoint that no test spoke of is unreachable. */
export const fakeBff = {
  start(): void {
    handlers.clear()
    received.length = 0
    taroState.request = answer
    fakeBff.replies('GET /v1/county', {
      division: '430224',
      name: '茶陵县',
      phone: '12345',
      phoneHours: '每天 24 小时',
      sampleNotice: '演示数据',
    })
  },
  replies<K extends Call>(endpoint: K, reply: CallReply<K>): void {
    handlers.set(endpoint, () => ({ statusCode: statusOf(reply), data: reply }))
  },
  refuses(endpoint: Call, code: ProblemCode, more: Partial<ProblemDetails> = {}): void {
    handlers.set(endpoint, () => ({ statusCode: PROBLEMS[code].status, data: problemBody(code, more) }))
  },
  /** No network: nothing arrives and nothing comes back. */
  isUnreachable(endpoint: Call): void {
    handlers.set(endpoint, () => Promise.reject(new Error('request:fail')))
  },
  /** Answers only when the returned function is called. */
  waits<K extends Call>(endpoint: K): (reply: CallReply<K>) => void {
    let release: (reply: TaroReply) => void = () => undefined
    const waiting = new Promise<TaroReply>((resolve) => {
      release = resolve
    })
    handlers.set(endpoint, () => waiting)
    return (reply) => {
      release({ statusCode: statusOf(reply), data: reply })
    }
  },
  /** What this endpoint got, in order. */
  received: (endpoint: Call): readonly Received[] => received.filter((request) => pathFits(endpoint, request.endpoint)),
}
