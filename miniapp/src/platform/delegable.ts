import type { AllEndpoints } from '@one-visit/shared/all-endpoints'
import type { MandateOperation } from '@one-visit/shared/kernel/mandate-operation'

/** The endpoints that can be called for somebody else; a new one that is missing here is a type error. */
export type Delegable = {
  [K in keyof AllEndpoints]: AllEndpoints[K] extends { onBehalf: MandateOperation } ? K : never
}[keyof AllEndpoints]

const DELEGABLE: Readonly<Record<Delegable, true>> = {
  'GET /v1/vaccine-check': true,
  'GET /v1/appointments': true,
  'POST /v1/appointments': true,
  'GET /v1/appointments/:id': true,
  'POST /v1/appointments/:id/move': true,
  'POST /v1/appointments/:id/cancellation': true,
  'GET /v1/waiting-entries': true,
  'POST /v1/waiting-entries': true,
  'DELETE /v1/waiting-entries/:id': true,
  'POST /v1/waiting-entries/:id/acceptance': true,
  'GET /v1/progress/id-card': true,
  'GET /v1/progress/exit-entry': true,
  'GET /v1/cases': true,
  'GET /v1/health-codes/:person': true,
  'POST /v1/health-codes/:person/token': true,
  'GET /v1/licences': true,
  'GET /v1/licences/:id': true,
  'POST /v1/presentations': true,
  'DELETE /v1/presentations/:id': true,
  'POST /v1/cross-province-applications': true,
  'GET /v1/cross-province-applications': true,
  'GET /v1/cross-province-applications/:id': true,
}

export const isDelegable = (endpoint: keyof AllEndpoints): endpoint is Delegable => endpoint in DELEGABLE
