import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What every department of the demonstration expects of the county. */
export const DEMO_TIF = { paasId: 'one-visit', token: 'demo-tif-token' } as const

const SKEW_SECONDS = 180

/** Why a call is refused, as `errcode` and `errmsg`; null when it is in order. The provincial convention, written anew here. */
export type TifRefusal = { readonly errcode: number; readonly errmsg: string } | null

/** Checks signatures and remembers nonces for one department. */
export class TifChecker {
  private readonly seen = new Map<string, number>()

  constructor(private readonly clock: () => Date) {}

  check(headers: IncomingHttpHeaders, body: string): TifRefusal {
    const text = (name: string): string => String(headers[name] ?? '')
    const timestamp = text('x-tif-timestamp')
    const nonce = text('x-tif-nonce')
    const now = Math.floor(this.clock().getTime() / 1000)
    if (text('x-tif-paasid') !== DEMO_TIF.paasId) return { errcode: 40101, errmsg: 'unknown paasid' }
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > SKEW_SECONDS)
      return { errcode: 40102, errmsg: 'timestamp out of range' }
    const signature = createHash('sha256').update(`${timestamp}${DEMO_TIF.token}${nonce}${timestamp}`).digest('hex')
    if (nonce === '' || !same(signature, text('x-tif-signature').toLowerCase()))
      return { errcode: 40103, errmsg: 'bad signature' }
    const bodyHash = createHash('sha256').update(body).digest('hex')
    const digest = createHmac('sha256', DEMO_TIF.token).update(`${timestamp}\n${nonce}\n${bodyHash}`).digest('hex')
    if (!same(digest, text('x-body-digest').toLowerCase())) return { errcode: 40104, errmsg: 'bad body digest' }
    if (this.isUsed(nonce, now)) return { errcode: 40105, errmsg: 'nonce used' }
    return null
  }

  private isUsed(nonce: string, now: number): boolean {
    for (const [old, at] of this.seen) if (now - at > 2 * SKEW_SECONDS) this.seen.delete(old)
    if (this.seen.has(nonce)) return true
    this.seen.set(nonce, now)
    return false
  }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
