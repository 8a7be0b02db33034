import type { AppointmentDeps } from '../deps'
import type { StaffAct } from './staff-act'

/** What closing a day is about, as the outbox carries it: ids and the reason, nobody's data. */
export interface DayClosure {
  readonly office: string
  readonly date: string
  readonly reason: string
  readonly staffId: string
  readonly requestId: string
}

export const DAY_CLOSED = 'day_closed'

export type ClosureDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'crypto' | 'outbox' | 'pack' | 'slotLists'>

export function closureBy(act: StaffAct, input: Pick<DayClosure, 'office' | 'date' | 'reason'>): DayClosure {
  const { office, date, reason } = input
  return { office, date, reason, staffId: act.staff.staffId, requestId: act.requestId }
}
