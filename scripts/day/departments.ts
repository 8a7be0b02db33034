import type { Fault } from '../fake-departments/faults'
import type { DepartmentName } from '../fake-departments/world'

/** How long each department takes on a good day: so much at least, and so much more on average. Milliseconds. */
export const GOOD_DAY: Readonly<Partial<Record<DepartmentName, Fault>>> = {
  police: { latencyMs: 120, spreadMs: 80 },
  cases: { latencyMs: 80, spreadMs: 60 },
  health: { latencyMs: 50, spreadMs: 40 },
  communications: { latencyMs: 80, spreadMs: 50 },
  insurance: { latencyMs: 70, spreadMs: 50 },
  licence_library: { latencyMs: 100, spreadMs: 70 },
  social_security: { latencyMs: 130, spreadMs: 80 },
  sms: { latencyMs: 150, spreadMs: 100 },
}

/** Nobody answers: connections are dropped. */
export const POLICE_DOWN: Fault = { mode: 'refuse' }
