import type { z } from 'zod'
import type { Problem } from '../platform/errors'
import type { CopyKey } from './copy-store'
import type { Target } from './policies'
import type { HttpCall } from './transport'

/** `asOf`: when the department said so. `stale`: it could not be asked now, so this is the last copy. */
export interface Fetched<T> {
  readonly value: T
  readonly asOf: Date
  readonly stale: boolean
}

/** A well-formed reply that says the department did nothing and cannot answer; `again` when another try is right. */
export interface Refusal {
  readonly problem: Problem
  readonly again: boolean
}

export type DepartmentCall<T> = Target &
  HttpCall & {
    /** The whole reply, the envelope included. */
    readonly schema: z.ZodType<T>
    /** Turns an answer that is none into a failed try; it may be tried again and counts for the breaker. */
    readonly refusal?: (reply: T) => Refusal | null
    /** Whose data it is and what is asked: calls of the same key share one call and one copy. Without it: neither. */
    readonly cacheKey?: CopyKey
    /** Which replies become the copy; all unless said. */
    readonly keep?: (reply: T) => boolean
    /** Whether a copy still holds: one that has ended by itself is asked for anew, however fresh it is. All do unless said. */
    readonly holdsAt?: (reply: T, now: Date) => boolean
    /** The caller's wish to wait; the call itself goes on for others. */
    readonly signal?: AbortSignal | undefined
  }
