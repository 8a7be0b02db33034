import { randomUUID } from 'node:crypto'
import { type Caller, LIST, OFFICE } from './visits'

export const WORKLOADS = ['session', 'progress', 'slots', 'subscribe', 'book'] as const
export type Workload = (typeof WORKLOADS)[number]

/** What people read in the table. */
export const WORKLOAD_TITLES: Readonly<Record<Workload, string>> = {
  session: 'GET /v1/session',
  progress: 'GET /v1/progress/id-card (fresh copy)',
  slots: `GET /v1/slots (a day with ${LIST.times} times)`,
  subscribe: 'POST /v1/message-subscriptions (one commit)',
  book: 'POST /v1/appointments (each person books a time of their own)',
}

/** Workloads in which no caller may come twice. */
export const ONCE_EACH: ReadonlySet<Workload> = new Set(['book'])

type Write = (caller: Caller) => string

/** A GET as the app sends it: with the token also where it is not asked for. */
export function writeGet(path: string, token: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nAccept: application/json\r\n\r\n`
}

function writePost(path: string, token: string, body: object): string {
  const text = JSON.stringify(body)
  return (
    `POST ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: ${randomUUID()}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`
  )
}

export const slotsPath = (itemGroup: string, date: string): string =>
  `/v1/slots?office=${OFFICE}&itemGroup=${itemGroup}&date=${date}`

const WRITES: Readonly<Record<Workload, Write>> = {
  session: ({ token }) => writeGet('/v1/session', token),
  progress: ({ token }) => writeGet('/v1/progress/id-card', token),
  slots: ({ token }) => writeGet(slotsPath(LIST.itemGroup, LIST.date), token),
  subscribe: ({ token }) => writePost('/v1/message-subscriptions', token, { template: 'case_changed' }),
  book: ({ token, slotId }) => writePost('/v1/appointments', token, { slotId }),
}

/** One request as it goes over the wire; each write has an idempotency key of its own. */
export function writeRequest(workload: Workload, caller: Caller): string {
  return WRITES[workload](caller)
}
