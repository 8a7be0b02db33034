import type { AppointmentListDto } from '@one-visit/shared/appointments/contract'
import { go } from '../../../../platform/navigation'
import { useServed } from '../../../../platform/served'
import { Button } from '../../../../ui/button'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { PauseNotice } from '../../components/pause-notice'
import { Settled } from '../../components/settled'
import { SignInFirst } from '../../components/sign-in-first'
import { VisitRows, WaitingRows } from '../../components/visit-rows'
import { useVisits, useWaitingEntries } from '../../hooks/use-visits'
import { visitText } from '../../visit-text'

const text = visitText.visits

/** What is held comes first: it will not wait. When it cannot be asked, the visits are shown all the same. */
function Waiting() {
  const { data, problem, again } = useWaitingEntries()
  if (data === undefined) return problem && <ProblemNotice problem={problem} onRetry={again} />
  return <WaitingRows entries={data.items} />
}

function Visits({ list }: { list: AppointmentListDto }) {
  return (
    <>
      <PauseNotice {...list} />
      <Waiting />
      {list.active.length === 0 && <Notice title={text.none}>{text.noneNext}</Notice>}
      <VisitRows title={text.active} visits={list.active} />
      <Button kind={list.active.length === 0 ? 'primary' : 'secondary'} onPress={() => void go(APPOINTMENT_PAGES.start)}>
        {text.start}
      </Button>
      <VisitRows title={text.past} visits={list.past} />
    </>
  )
}

function Content() {
  const visits = useVisits()
  return <Settled lookUp={visits}>{(list) => <Visits list={list} />}</Settled>
}

export default function VisitsPage() {
  const served = useServed()
  const title = served?.isActing === true && served.name !== null ? text.of(served.name) : text.title
  return <Screen title={title}>{served === null ? <SignInFirst /> : <Content />}</Screen>
}
