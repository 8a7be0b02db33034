import { parseLocalDate } from '@one-visit/shared/kernel/local-date'
import type { ApiProblem } from '../../../platform/api-problem'
import { go } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { RefusalContent } from '../../../ui/outcome-pages'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import type { PickedSlot } from '../hooks/use-pick-slot'
import { useVisits } from '../hooks/use-visits'
import { bookingText } from '../text'
import { NearestSlots } from './nearest-slots'

const text = bookingText.refused

const TIME_IS_GONE: readonly string[] = ['slot_full', 'slot_kept_for_elders', 'slot_closed', 'slot_past', 'slot_not_open_yet']
const TOO_MANY: readonly string[] = [
  'appointment_limit_reached',
  'waiting_limit_reached',
  'appointment_not_changeable',
  'offer_expired',
]
const OTHERS: readonly string[] = ['already_booked', 'booking_paused', 'vaccine_not_eligible', 'slot_has_room']

/** Whether the problem has a page of its own; every other is shown beside what was sent. */
export function isVisitRefusal({ code }: ApiProblem): boolean {
  return [...TIME_IS_GONE, ...TOO_MANY, ...OTHERS].includes(code) || code.startsWith('department_')
}

/** The visit that stands against a second one of the same kind. */
function ExistingVisit({ itemGroup }: { itemGroup: string }) {
  const visits = useVisits()
  const visit = visits.data?.active.find((one) => one.itemGroup.id === itemGroup)
  const handleOpen = () => void (visit ? go(APPOINTMENT_PAGES.visit, { id: visit.id }) : go(APPOINTMENT_PAGES.visits))
  return <Button onPress={handleOpen}>{text.openVisit}</Button>
}

export interface VisitRefusalProps {
  refusal: ApiProblem
  wanted: PickedSlot
  onPick: (slot: PickedSlot) => void
  /** Absent where waiting is no way on. */
  onWait?: (slot: PickedSlot) => void
  onOtherDay: () => void
  /** Absent for a visit that is moved. */
  onOtherOffice?: () => void
  onRetry: () => void
  retrying: boolean
}

function WaysOn({ refusal, wanted, onPick, onWait, onOtherDay, onOtherOffice }: VisitRefusalProps) {
  const date = parseLocalDate(wanted.date)
  return (
    <>
      {date !== null && <NearestSlots wanted={{ ...wanted, date }} onPick={onPick} />}
      {onWait && refusal.code === 'slot_full' && (
        <Button
          kind="secondary"
          onPress={() => {
            onWait(wanted)
          }}
        >
          {text.wait}
        </Button>
      )}
      <Button kind="secondary" onPress={onOtherDay}>
        {text.otherDay}
      </Button>
      {onOtherOffice && (
        <Button kind="secondary" onPress={onOtherOffice}>
          {text.otherOffice}
        </Button>
      )}
    </>
  )
}

/** Why it cannot be booked, and the next best thing. The telephone is on every page. */
export function VisitRefusal(props: VisitRefusalProps) {
  const { refusal, wanted, onOtherDay, onRetry, retrying } = props
  const { code } = refusal
  return (
    <RefusalContent refusal={refusal} {...(code.startsWith('department_') ? { onRetry, retrying } : {})}>
      {TIME_IS_GONE.includes(code) && <WaysOn {...props} />}
      {code === 'already_booked' && <ExistingVisit itemGroup={wanted.itemGroup} />}
      {code === 'vaccine_not_eligible' && <Button onPress={onOtherDay}>{text.otherDay}</Button>}
      {TOO_MANY.includes(code) && <Button onPress={() => void go(APPOINTMENT_PAGES.visits)}>{text.visits}</Button>}
    </RefusalContent>
  )
}
