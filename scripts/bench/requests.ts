import { randomUUID } from 'node:crypto'
import { type Caller, LIST, OFFICE } from './visits'

export const WORKLOADS = ['session', 'progress', 'progress-cold', 'wallet', 'slots', 'search', 'subscribe', 'book'] as const
export type Workload = (typeof WORKLOADS)[number]

/** What a county's day spends most time on, as `npm run day` counts: profiled, with nothing bare beside it. */
export const HOTTEST = ['messages', 'slot-days', 'cases'] as const
export type Asked = Workload | (typeof HOTTEST)[number]

/** What people read in the table. */
export const WORKLOAD_TITLES: Readonly<Record<Asked, string>> = {
  session: 'GET /v1/session',
  progress: 'GET /v1/progress/id-card (fresh copy)',
  'progress-cold': 'GET /v1/progress/id-card (no copy: the department is asked)',
  wallet: 'GET /v1/licences (fresh copies)',
  slots: `GET /v1/slots (a day with ${LIST.times} times)`,
  search: 'GET /v1/item-search (the everyday queries)',
  subscribe: 'POST /v1/message-subscriptions (one commit)',
  book: 'POST /v1/appointments (each person books a time of their own)',
  messages: 'GET /v1/messages',
  'slot-days': 'GET /v1/slot-days (a month)',
  cases: 'GET /v1/cases (fresh copies)',
}

/** Workloads in which no caller may come twice: a person books once, and is a stranger to the copies once. */
export const ONCE_LISTS = ['book', 'progress-cold'] as const
export type OnceEach = Readonly<Record<(typeof ONCE_LISTS)[number], Caller[]>>

export const ONCE_EACH: ReadonlySet<Asked> = new Set(ONCE_LISTS)

type Write = (caller: Caller) => string

/** A GET as the app sends it: with the token also where it is not asked for. */
export function writeGet(path: string, token: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nAccept: application/json\r\n\r\n`
}

export function writePost(path: string, token: string, body: object): string {
  const text = JSON.stringify(body)
  return (
    `POST ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: ${randomUUID()}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
  )
}

export const slotsPath = (itemGroup: string, date: string): string =>
  `/v1/slots?office=${OFFICE}&itemGroup=${itemGroup}&date=${date}`

const WRITES: Readonly<Record<Asked, Write>> = {
  session: ({ token }) => writeGet('/v1/session', token),
  progress: ({ token }) => writeGet('/v1/progress/id-card', token),
  'progress-cold': ({ token }) => writeGet('/v1/progress/id-card', token),
  wallet: ({ token }) => writeGet('/v1/licences', token),
  slots: ({ token }) => writeGet(slotsPath(LIST.itemGroup, LIST.date), token),
  search: ({ token, query = '' }) => writeGet(`/v1/item-search?q=${encodeURIComponent(query)}`, token),
  subscribe: ({ token }) => writePost('/v1/message-subscriptions', token, { template: 'case_changed' }),
  messages: ({ token }) => writeGet('/v1/messages', token),
  'slot-days': ({ token }) =>
    writeGet(`/v1/slot-days?office=${OFFICE}&itemGroup=${LIST.itemGroup}&month=${LIST.date.slice(0, 7)}`, token),
  cases: ({ token }) => writeGet('/v1/cases', token),
  book: ({ token, slotId }) => writePost('/v1/appointments', token, { slotId }),
}

/** One request as it goes over the wire; each write has an idempotency key of its own. */
export function writeRequest(workload: Asked, caller: Caller): string {
  return WRITES[workload](caller)
}
