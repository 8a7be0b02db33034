import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { back, go, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { ProblemNotice } from '../../../../ui/notice'
import { RefusalContent, ResultContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { NoSuchVisit } from '../../components/begin-first'
import { Settled } from '../../components/settled'
import { VisitFacts } from '../../components/visit-facts'
import { useCancel, type Cancel } from '../../hooks/use-cancel'
import { useVisit } from '../../hooks/use-visits'
import { visitText } from '../../visit-text'

const text = visitText.cancel

function Done() {
  return (
    <ResultContent next={text.doneNext}>
      <Button onPress={() => void replace(APPOINTMENT_PAGES.start)}>{visitText.visit.again}</Button>
      <Button kind="secondary" onPress={() => void replace(APPOINTMENT_PAGES.visits)}>
        {visitText.toVisits}
      </Button>
    </ResultContent>
  )
}

function NotAnyMore({ id, cancel }: { id: string; cancel: Cancel }) {
  const refusal = cancel.refusal ?? { title: text.not, detail: text.not, action: visitText.visit.notChangeable, requestId: null }
  return (
    <RefusalContent refusal={refusal}>
      <Button onPress={() => void replace(APPOINTMENT_PAGES.visit, { id })}>{visitText.booked.see}</Button>
    </RefusalContent>
  )
}

function Question({ visit, cancel }: { visit: AppointmentDto; cancel: Cancel }) {
  const { id } = visit
  return (
    <>
      {cancel.problem && <ProblemNotice problem={cancel.problem} onRetry={cancel.handleCancel} />}
      <Text className="ov-label">{text.ask}</Text>
      <VisitFacts visit={visit} />
      <View className="ov-stack">
        <Text>{text.why}</Text>
        <Text>{text.move}</Text>
        <Button kind="secondary" onPress={() => void go(APPOINTMENT_PAGES.moveDay, { id })}>
          {text.moveButton}
        </Button>
        <Button kind="danger" onPress={cancel.handleCancel} busy={cancel.busy}>
          {text.submit}
        </Button>
        <Button kind="secondary" onPress={() => void back()}>
          {text.keep}
        </Button>
      </View>
    </>
  )
}

function Content({ id, cancel }: { id: string; cancel: Cancel }) {
  const visit = useVisit(id)
  if (cancel.isDone) return <Done />
  return (
    <Settled lookUp={visit} gone={<NoSuchVisit {...visitText.gone} />}>
      {(found) => {
        if (found.status === 'cancelled') return <Done />
        return found.changeable && cancel.refusal === null ? (
          <Question visit={found} cancel={cancel} />
        ) : (
          <NotAnyMore id={id} cancel={cancel} />
        )
      }}
    </Settled>
  )
}

export default function CancelPage() {
  const { id = '' } = useQuery()
  const cancel = useCancel(id)
  return (
    <Screen title={cancel.isDone ? text.done : text.title}>
      {id === '' ? <NoSuchVisit {...visitText.gone} /> : <Content id={id} cancel={cancel} />}
    </Screen>
  )
}
