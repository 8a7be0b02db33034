import type { ReactNode } from 'react'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { replace, useQuery } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { SummaryList } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { RefusalContent } from '../../../ui/outcome-pages'
import { Screen } from '../../../ui/screen'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { useVisit } from '../hooks/use-visits'
import { bookingText } from '../text'
import { visitText } from '../visit-text'
import { formatSpan } from '../when'
import { NoSuchVisit } from './begin-first'
import { Settled } from './settled'

const text = bookingText.move

function NotMovable({ id }: { id: string }) {
  return (
    <RefusalContent refusal={{ title: text.not, detail: text.not, action: visitText.visit.notChangeable, requestId: null }}>
      <Button onPress={() => void replace(APPOINTMENT_PAGES.visit, { id })}>{text.see}</Button>
    </RefusalContent>
  )
}

/** What stays as it is until the new time is had. */
export function OldTime({ visit }: { visit: AppointmentDto }) {
  return <SummaryList label={text.from} rows={[{ label: text.from, value: formatSpan(visit) }]} />
}

/** A later question of a move whose first was not answered. */
export function PickNewTime({ id }: { id: string }) {
  return (
    <>
      <Notice title={text.begin.title} />
      <Button onPress={() => void replace(APPOINTMENT_PAGES.moveDay, { id })}>{text.begin.button}</Button>
    </>
  )
}

function Content({ id, children }: { id: string; children: (visit: AppointmentDto) => ReactNode }) {
  const visit = useVisit(id)
  return (
    <Settled lookUp={visit} gone={<NoSuchVisit {...visitText.gone} />}>
      {(found) => (found.changeable ? children(found) : <NotMovable id={id} />)}
    </Settled>
  )
}

interface MoveGateProps {
  title: string
  children: (visit: AppointmentDto) => ReactNode
}

/** A page of moving a visit: shows its content for a visit that can still be moved. */
export function MoveGate({ title, children }: MoveGateProps) {
  const { id } = useQuery()
  return (
    <Screen title={title}>
      {id === undefined ? <NoSuchVisit {...visitText.gone} /> : <Content id={id}>{children}</Content>}
    </Screen>
  )
}
