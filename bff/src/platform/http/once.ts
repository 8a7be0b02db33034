import type { Transaction } from '../database'
import { problem } from '../errors'
import type { AppContext } from './app-context'
import type { Once } from './handler-types'
import type { Principal } from './principal'

export interface OnceRequest {
  /** Whose key it is: two people may send the same one. */
  readonly scope: string
  readonly key: string
  readonly endpoint: string
  readonly requestHash: string
}

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
  return {
    hasRun: () => done,
    run: async (work) => {
      const { reply, replayed } = await deps.runOnce(request, work)
      done = true
      if (replayed) ctx.set('Idempotency-Replayed', 'true')
      return reply
    },
  }
}

function scopeOf(principal: Principal | null, nameless: string): string {
  if (principal === null) return `nameless:${nameless}`
  return principal.kind === 'resident' ? `resident:${principal.accountId}` : `staff:${principal.staffId}`
}
