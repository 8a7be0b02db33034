import type { AssuranceLevel, StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { MandateOperation } from '@one-visit/shared/kernel/mandate-operation'

/** Whose hand it is: the person's own, or that of somebody with a mandate. `id`: of the account, or of the volunteer. */
export interface Actor {
  readonly kind: 'resident' | 'volunteer'
  readonly id: string
}

/** One operation that a mandate allows. `items`: those named, item groups or kinds of licence; null where there are none to name. */
export interface ScopeEntry {
  readonly operation: MandateOperation
  readonly items: readonly string[] | null
}

/** The mandate under which a request comes; it held when the request began. */
export interface ActingUnder {
  readonly id: string
  readonly scope: readonly ScopeEntry[]
}

/**
 * For whom something is asked. `accountId`: the account of the person concerned, who is the beneficiary; `actor`: who asks, the same
 * person unless there is a `mandate`; the session is the actor's. `stepUpUntil`: the instant (UTC, ISO 8601) until which assurance
 * 3 holds, or null.
 */
export interface ResidentPrincipal {
  readonly kind: 'resident'
  readonly accountId: string
  readonly actor: Actor
  readonly mandate: ActingUnder | null
  readonly sessionId: string
  readonly assurance: AssuranceLevel
  readonly stepUpUntil: string | null
}

export interface StaffPrincipal {
  readonly kind: 'staff'
  readonly staffId: string
  readonly sessionId: string
  readonly role: StaffRole
  readonly officeId: string | null
}

export type Principal = ResidentPrincipal | StaffPrincipal
