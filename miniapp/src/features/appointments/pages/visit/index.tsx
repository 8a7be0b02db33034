import { isActiveAppointment } from '@one-visit/shared/appointments/rules'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { NoSuchVisit } from '../../components/begin-first'
import { Settled } from '../../components/settled'
import { VisitChange } from '../../components/visit-change'
import { VisitBring, VisitFacts } from '../../components/visit-facts'
import { VisitPass } from '../../components/visit-pass'
import { VisitPlace } from '../../components/visit-place'
import { AddToCalendar, AllowReminder } from '../../components/visit-reminders'
import { VisitStatus } from '../../components/visit-status'
import { useVisit } from '../../hooks/use-visits'
import { visitText } from '../../visit-text'

const text = visitText.visit

/** What is of use only while the visit is still to come. */
function ToCome({ visit }: { visit: AppointmentDto }) {
  return (
    <>
      <VisitPass visit={visit} />
      <VisitFacts visit={visit} />
      <VisitBring bring={visit.bring} />
      <AllowReminder />
      <AddToCalendar visit={visit} />
      <VisitPlace office={visit.office} />
      <VisitChange visit={visit} />
    </>
  )
}

function Ended({ visit }: { visit: AppointmentDto }) {
  const { movedTo } = visit
  return (
    <>
      <VisitFacts visit={visit} />
      {movedTo === null ? (
        <Button kind="secondary" onPress={() => void go(APPOINTMENT_PAGES.start)}>
          {text.again}
        </Button>
      ) : (
        <Button onPress={() => void go(APPOINTMENT_PAGES.visit, { id: movedTo })}>{text.movedTo}</Button>
      )}
    </>
  )
}

function Content({ id }: { id: string }) {
  const visit = useVisit(id)
  return (
    <Settled lookUp={visit} gone={<NoSuchVisit {...visitText.gone} />}>
      {(found) => (
        <>
          <VisitStatus visit={found} />
          {isActiveAppointment(found.status) ? <ToCome visit={found} /> : <Ended visit={found} />}
        </>
      )}
    </Settled>
  )
}

export default function VisitPage() {
  const { id } = useQuery()
  return <Screen title={text.title}>{id === undefined ? <NoSuchVisit {...visitText.gone} /> : <Content id={id} />}</Screen>
}
