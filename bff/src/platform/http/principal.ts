import type { AssuranceLevel, StaffRole } from '@one-visit/shared/kernel/endpoints'

/** A resident who is signed in. `stepUpUntil`: the instant (UTC, ISO 8601) until which assurance 3 holds, or null. */
export interface ResidentPrincipal {
  readonly kind: 'resident'
  readonly accountId: string
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
