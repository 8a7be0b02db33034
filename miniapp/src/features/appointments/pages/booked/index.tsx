import { View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { useQuery } from '../../../../platform/navigation'
import { Heading } from '../../../../ui/heading'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { uiText } from '../../../../ui/text'
import { NoSuchVisit } from '../../components/begin-first'
import { Settled } from '../../components/settled'
import { VisitChange } from '../../components/visit-change'
import { VisitBring, VisitFacts } from '../../components/visit-facts'
import { VisitPass } from '../../components/visit-pass'
import { VisitPlace } from '../../components/visit-place'
import { AddToCalendar, AllowReminder } from '../../components/visit-reminders'
import { useVisit } from '../../hooks/use-visits'
import { visitText } from '../../visit-text'
import { formatSpan } from '../../when'

const text = visitText.booked

function Booked({ visit }: { visit: AppointmentDto }) {
  return (
    <>
      <Notice kind="success" title={`${formatSpan(visit)}，${visit.office.name}`} />
      <VisitPass visit={visit} />
      <View>
        <Heading>{uiText.nextSteps}</Heading>
        {text.next.map((sentence) => (
          <View key={sentence}>{sentence}</View>
        ))}
      </View>
      <AllowReminder />
      <AddToCalendar visit={visit} />
      <VisitBring bring={visit.bring} />
      <VisitPlace office={visit.office} />
      <VisitFacts visit={visit} />
      <VisitChange visit={visit} />
    </>
  )
}

function Content({ id }: { id: string }) {
  const visit = useVisit(id)
  return (
    <Settled lookUp={visit} gone={<NoSuchVisit {...visitText.gone} />}>
      {(found) => <Booked visit={found} />}
    </Settled>
  )
}

export default function BookedPage() {
  const { id, moved } = useQuery()
  const title = moved === undefined ? text.title : text.moved
  return <Screen title={title}>{id === undefined ? <NoSuchVisit {...visitText.gone} /> : <Content id={id} />}</Screen>
}
