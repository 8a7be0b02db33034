import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import type { Action, Answer, Attempt } from '../race/history'
import type { Line } from './line'
import { outcomeOf, type Seen } from './recorder'

/** What somebody does with the app: an endpoint of the contract, and what goes into it. */
export interface Ask {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly mandate?: string
  /** Kept for the checks at the end. */
  readonly about?: Pick<Action, 'kind' | 'actor'> & Partial<Pick<Action, 'target' | 'slotId'>>
}

export interface Phone {
  /** Sends as the app does and presses again where it says so; null when no answer came in the end. */
  ask(endpoint: string, ask?: Ask): Promise<Answer | null>
  /** From now on signed in with this token. */
  signIn(token: string): void
}

export interface Network {
  readonly line: Line
  readonly seen: Seen[]
  readonly history: Action[]
  /** Real milliseconds since the day began. */
  readonly nowMs: () => number
}

/** After that many tries people give up. */
const TRIES = 5
const PRESSES_AGAIN_MS = 1_000
/** Whoever is told to wait for longer does something else. */
const LONGEST_PATIENCE_S = 15

/** `address`: what the balancer would see of the person's network. */
export function createPhone(network: Network, { address, token }: { address: string; token: string | null }): Phone {
  const device = randomUUID()
  let signedIn = token
  return {
    signIn: (next) => {
      signedIn = next
    },
    ask: async (endpoint, ask = {}) => {
      const [method = 'GET', pattern = '/'] = endpoint.split(' ')
      // The app gives every POST a key, and the same one when it is sent again.
      const key = method === 'POST' ? randomUUID() : null
      const headers: Record<string, string> = {
        'X-Forwarded-For': address,
        'X-Device-Id': device,
        ...(signedIn === null ? {} : { Authorization: `Bearer ${signedIn}` }),
        ...(ask.mandate === undefined ? {} : { 'X-Mandate': ask.mandate }),
        ...(key === null ? {} : { 'Idempotency-Key': key }),
        ...(ask.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      }
      const sending = {
        method,
        path: pathOf(pattern, ask),
        headers,
        body: ask.body === undefined ? null : JSON.stringify(ask.body),
      }
      const attempts: Attempt[] = []
      if (ask.about) network.history.push({ client: address, target: null, slotId: null, ...ask.about, key, attempts })
      return untilSettled(async () => {
        const atMs = network.nowMs()
        const answer = await network.line.send(sending)
        attempts.push({ answer })
        network.seen.push(seenOf(endpoint, answer, { atMs, ms: network.nowMs() - atMs }))
        return answer
      })
    },
  }
}

/** A dead network, and "come again in n seconds", are tried again under the same key; what is refused is not. */
async function untilSettled(send: () => Promise<Answer | null>): Promise<Answer | null> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send()
    const waitMs = answer === null ? PRESSES_AGAIN_MS : comeAgainMs(answer)
    if (waitMs === null || tries === TRIES) return answer
    await pause(waitMs)
  }
}

function comeAgainMs({ status, body }: Answer): number | null {
  const { code = null, retryAfter } = (body ?? {}) as Partial<ProblemDetails>
  const outcome = outcomeOf({ status, code })
  if (outcome !== 'come_again' && status !== 429) return null
  return retryAfter === undefined || retryAfter > LONGEST_PATIENCE_S ? null : retryAfter * 1000
}

function pathOf(pattern: string, { params = {}, query }: Ask): string {
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return query === undefined ? path : `${path}?${new URLSearchParams(query).toString()}`
}

function seenOf(endpoint: string, answer: Answer | null, time: Pick<Seen, 'atMs' | 'ms'>): Seen {
  if (answer === null) return { ...time, endpoint, status: 0, code: null, words: null, stale: false }
  const body = (answer.body ?? {}) as Partial<ProblemDetails>
  const code = answer.status >= 400 && typeof body === 'object' ? (body.code ?? null) : null
  const words = code === null ? null : `${body.detail ?? ''} ${body.action ?? ''}`
  return { ...time, endpoint, status: answer.status, code, words, stale: answer.status < 400 && isStale(answer.body) }
}

/** Replies of look-ups say so themselves: an old copy, or a department that could not be asked. */
function isStale(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false
  const { stale, missing, items } = body as { stale?: unknown; missing?: unknown; items?: unknown }
  if (stale === true || (Array.isArray(missing) && missing.length > 0)) return true
  return Array.isArray(items) && items.some((item) => (item as { stale?: unknown } | null)?.stale === true)
}
