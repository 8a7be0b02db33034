import { isIPv6 } from 'node:net'
import type { RateLimitClass } from '@one-visit/shared/kernel/endpoints'
import type { Clock } from '../clock'
import { problem } from '../errors'
import { type Allowance, RATE_LIMITS, type SubjectKind } from './rate-limits'

interface Bucket {
  tokens: number
  at: number
}

/** Subjects remembered for each class and kind: about 10 MB in all. Those not seen for longest are forgotten first. */
const MAX_SUBJECTS = 10_000

export interface RateLimiter {
  /** Takes one from each subject's allowance; throws `too_many_requests` with the seconds to wait. */
  take(limit: RateLimitClass, subjects: Partial<Record<SubjectKind, string>>): void
}

/**
 * Token buckets in memory. Kinds are kept apart, so that a flood of invented device ids pushes out no network's count.
 * Several processes each count for themselves: the limits blunt floods; what must hold exactly is counted in the database.
 */
export function createRateLimiter(clock: Clock, table = RATE_LIMITS, maxSubjects = MAX_SUBJECTS): RateLimiter {
  const buckets = new Map<string, Map<string, Bucket>>()
  return {
    take(limit, subjects) {
      const now = clock.now().getTime()
      for (const kind of ['network', 'device', 'account'] as const) {
        const subject = subjects[kind]
        if (subject === undefined) continue
        const shelf = buckets.get(`${limit}.${kind}`) ?? new Map<string, Bucket>()
        buckets.set(`${limit}.${kind}`, shelf)
        const seconds = takeOne(shelf, subject, table[limit][kind], now)
        if (shelf.size > maxSubjects) forgetOldest(shelf)
        if (seconds > 0) throw problem('too_many_requests', { retryAfter: seconds })
      }
    },
  }
}

/** Seconds to wait; 0 when one was taken. A clock that was set back gives nothing and takes nothing. */
function takeOne(shelf: Map<string, Bucket>, subject: string, { burst, perMinute }: Allowance, now: number): number {
  const bucket = shelf.get(subject) ?? { tokens: burst, at: now }
  // Taken out and put in again: a Map keeps the order of insertion, so the first is the one not seen for longest.
  shelf.delete(subject)
  shelf.set(subject, bucket)
  bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perMinute) / 60_000)
  bucket.at = now
  if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * 60) / perMinute)
  bucket.tokens -= 1
  return 0
}

function forgetOldest(shelf: Map<string, Bucket>): void {
  const oldest = shelf.keys().next()
  if (!oldest.done) shelf.delete(oldest.value)
}

/** One IPv4 address, or the first 64 bits of an IPv6 one: a home or a phone has a whole /64 to itself. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!isIPv6(ip)) return ip
  const [left = '', right] = ip.split('::')
  const head = left.split(':').filter(Boolean)
  const tail = right?.split(':').filter(Boolean) ?? []
  const zeros = right === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  const groups = [...head, ...zeros, ...tail].slice(0, 4).map((group) => parseInt(group, 16).toString(16))
  return `${groups.join(':')}::/64`
}
