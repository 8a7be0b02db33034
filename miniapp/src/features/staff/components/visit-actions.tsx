import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { go } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { Heading } from '../../../ui/heading'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { useErrors } from '../../../ui/use-errors'
import { useVisitStatus } from '../hooks/use-visit-status'
import { useWindow } from '../hooks/use-window'
import type { Place } from '../place'
import { STAFF_PAGES } from '../staff-pages'
import { visitText } from '../visit-text'
import { isCalled } from '../visit-words'
import { checkWindow, WindowField } from './window-field'

const text = visitText.actions

interface VisitActionsProps {
  place: Place
  visit: BoardVisitDto
}

function Problem({ problem }: { problem: ReturnType<typeof useVisitStatus>['problem'] }) {
  if (problem === null) return null
  return problem.code === 'status_changed' ? (
    <Notice kind="warning" title={visitText.visit.changed} announce />
  ) : (
    <ProblemNotice problem={problem} />
  )
}

function Arrived({ visit, change }: { visit: BoardVisitDto; change: ReturnType<typeof useVisitStatus> }) {
  const { window } = useWindow()
  const { errors, passes } = useErrors(null)
  const send = (to: 'called' | 'serving' | 'no_show') => () => {
    if (passes(to === 'no_show' ? [] : checkWindow(window))) change.setStatus(visit, to, to === 'no_show' ? null : window.trim())
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <WindowField errors={errors} />
      <Button onPress={send('serving')} busy={change.busy}>
        {text.serve}
      </Button>
      <Button kind="secondary" onPress={send('called')} busy={change.busy}>
        {isCalled(visit) ? text.again : text.call}
      </Button>
      <Button kind="secondary" onPress={send('no_show')} busy={change.busy}>
        {text.noShow}
      </Button>
    </>
  )
}

function Expected({ place, visit, change }: VisitActionsProps & { change: ReturnType<typeof useVisitStatus> }) {
  const open = (page: string) => () =>
    void go(page, { office: place.office, date: place.date, slot: visit.slotId, visit: visit.id })
  return (
    <>
      <Button onPress={() => change.checkIn(visit, place.office)} busy={change.busy}>
        {text.checkIn}
      </Button>
      <Button kind="secondary" onPress={open(STAFF_PAGES.move)}>
        {text.move}
      </Button>
      <Button kind="secondary" onPress={open(STAFF_PAGES.cancel)}>
        {text.cancel}
      </Button>
      <Button kind="secondary" onPress={() => change.setStatus(visit, 'no_show', null)} busy={change.busy}>
        {text.noShow}
      </Button>
    </>
  )
}

/** What can be done with a visit as it stands. */
export function VisitActions({ place, visit }: VisitActionsProps) {
  const change = useVisitStatus()
  return (
    <>
      <Problem problem={change.problem} />
      {['booked', 'checked_in', 'serving'].includes(visit.status) && <Heading>{visitText.visit.actions}</Heading>}
      {visit.status === 'booked' && <Expected place={place} visit={visit} change={change} />}
      {visit.status === 'checked_in' && <Arrived visit={visit} change={change} />}
      {visit.status === 'serving' && (
        <Button onPress={() => change.setStatus(visit, 'done', visit.window)} busy={change.busy}>
          {text.finish}
        </Button>
      )}
    </>
  )
}
