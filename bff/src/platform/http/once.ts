import type { Transaction } from '../database'
import { problem } from '../errors'
import type { AppContext } from './app-context'
import type { Once } from './handler-types'
import type { OnceLane, OnceRequest } from '../once-lane'
import type { Principal } from './principal'

export interface OnceDeps {
  readonly runOnce: <T>(request: OnceRequest, work: (tx: Transaction) => Promise<T>) => Promise<{ reply: T; replayed: boolean }>
  /** A keyed hash: what was sent can hold an ID number, which a plain hash would not hide. */
  readonly hashRequest: (text: string) => string
}

interface Call {
  readonly key: string
  readonly principal: Principal | null
  readonly deviceId: string | null
  readonly input: Record<string, unknown>
  readonly deps: OnceDeps
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Makes the handler's `once`; throws `idempotency_key_missing` when the header is not a UUID. */
export function prepareOnce(
  ctx: AppContext,
  { key, principal, deviceId, input, deps }: Call,
): { run: Once; hasRun: () => boolean } {
  const idempotencyKey = ctx.get('idempotency-key').toLowerCase()
  if (!UUID.test(idempotencyKey)) throw problem('idempotency_key_missing')
  const request = {
    scope: scopeOf(principal, deviceId ?? ctx.ip),
    key: idempotencyKey,
    endpoint: key,
    requestHash: deps.hashRequest(JSON.stringify([key, input])),
  }
  let done = false
  const answer = async <T>(running: Promise<{ reply: T; replayed: boolean }>): Promise<T> => {
    const { reply, replayed } = await running
    done = true
    if (replayed) ctx.set('Idempotency-Replayed', 'true')
    return reply
  }
  return {
    hasRun: () => done,
    run: Object.assign(<T>(work: (tx: Transaction) => Promise<T>) => answer(deps.runOnce(request, work)), {
      through: <Request, T>(lane: OnceLane<Request, T>, wanted: Request) => answer(lane(request, wanted)),
    }),
  }
}

function scopeOf(principal: Principal | null, nameless: string): string {
  if (principal === null) return `nameless:${nameless}`
  if (principal.kind === 'staff') return `staff:${principal.staffId}`
  // What was done for somebody is replied again only to the one who did it, under the same mandate.
  return principal.mandate ? `resident:${principal.accountId}:${principal.mandate.id}` : `resident:${principal.accountId}`
}
