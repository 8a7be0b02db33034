import { randomUUID } from 'node:crypto'

export const WORKLOADS = ['session', 'progress', 'subscribe'] as const
export type Workload = (typeof WORKLOADS)[number]

/** What people read in the table. */
export const WORKLOAD_TITLES: Readonly<Record<Workload, string>> = {
  session: 'GET /v1/session',
  progress: 'GET /v1/progress/id-card (fresh copy)',
  subscribe: 'POST /v1/message-subscriptions (one commit)',
}

const SUBSCRIBE_BODY = JSON.stringify({ template: 'case_changed' })

type Write = (token: string) => string

const get =
  (path: string): Write =>
  (token) =>
    `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nAccept: application/json\r\n\r\n`

const WRITES: Readonly<Record<Workload, Write>> = {
  session: get('/v1/session'),
  progress: get('/v1/progress/id-card'),
  subscribe: (token) =>
    `POST /v1/message-subscriptions HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\n` +
    `Idempotency-Key: ${randomUUID()}\r\nContent-Type: application/json\r\nContent-Length: ${SUBSCRIBE_BODY.length}\r\n\r\n${SUBSCRIBE_BODY}`,
}

/** One request as it goes over the wire; each subscription has an idempotency key of its own. */
export function writeRequest(workload: Workload, token: string): string {
  return WRITES[workload](token)
}
