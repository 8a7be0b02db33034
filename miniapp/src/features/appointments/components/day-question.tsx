import { useElderMode } from '../../../platform/elder-mode'
import type { PlaceIds } from '../hooks/use-days'
import { DayList } from './day-list'
import { MonthView } from './month-view'

export interface DayQuestionProps {
  place: PlaceIds
  /** Local date of an earlier answer; empty without one. */
  chosen: string
  onPick: (date: string) => void
  /** Absent for a visit that is moved: it stays in its office. */
  onOtherOffice?: () => void
}

/** The days: a month at a glance, or in elder mode a plain list of those that are open. */
export function DayQuestion(props: DayQuestionProps) {
  return useElderMode().on ? <DayList {...props} /> : <MonthView {...props} />
}
