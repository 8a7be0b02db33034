import { Text } from '@tarojs/components'
import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { formatLocalDate } from '../../../../ui/when'
import { notEnded } from '../../board-table'
import { boardText } from '../../board-text'
import { Live } from '../../components/live'
import { PeopleToMove } from '../../components/people-to-move'
import { PlaceScreen } from '../../components/place-screen'
import { RangeFields } from '../../components/range-fields'
import { ReasonField } from '../../components/reason-field'
import { BackToBoard } from '../../components/with-visit'
import { useChangeWindows, type ChangeWindows } from '../../hooks/use-change-windows'
import { useBoard } from '../../hooks/use-live'
import type { Place } from '../../place'

const text = boardText.windows

interface FormProps {
  place: Place
  board: BoardDto
}

function Numbers({ board, change }: { board: BoardDto; change: ChangeWindows }) {
  const group = board.groups.find(({ id }) => id === change.range.group)
  if (group === undefined) return null
  return (
    <>
      <Field
        name="windows"
        label={text.count}
        hint={text.countHint(group.windows, group.spare)}
        kind="digits"
        maxLength={2}
        error={errorFor(change.errors, 'windows')}
        value={change.windows}
        onChange={change.setWindows}
      />
      <Field
        name="peoplePerWindow"
        label={text.perWindow}
        kind="digits"
        maxLength={2}
        error={errorFor(change.errors, 'peoplePerWindow')}
        value={change.perWindow}
        onChange={change.setPerWindow}
      />
      {change.capacity !== null && <Text>{text.result(change.capacity)}</Text>}
    </>
  )
}

function Form({ place, board, onDone }: FormProps & { onDone: (slots: number) => void }) {
  const change = useChangeWindows(place, board, onDone)
  const { range, errors, refused } = change
  const isTooFull = refused?.code === 'slot_has_bookings'
  return (
    <>
      <Text>{boardText.of(board.office.name, formatLocalDate(board.date))}</Text>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      {isTooFull && change.capacity !== null && (
        <PeopleToMove place={place} slots={notEnded(range.slots, board)} capacity={change.capacity} />
      )}
      <RangeFields board={board} range={range} errors={errors} />
      <Numbers board={board} change={change} />
      <ReasonField errors={errors} value={change.reason} onChange={change.setReason} />
      <Button onPress={change.handleSubmit} busy={change.busy}>
        {isTooFull ? text.again : text.submit}
      </Button>
    </>
  )
}

function Content({ place }: { place: Place }) {
  const [changed, setChanged] = useState<number | null>(null)
  const look = useBoard(place)
  if (changed !== null)
    return (
      <>
        <Notice kind="success" title={text.done} announce>
          {text.doneNext(changed)}
        </Notice>
        <BackToBoard place={place} />
      </>
    )
  return <Live look={look}>{(board) => <Form place={place} board={board} onDone={setChanged} />}</Live>
}

export default function WindowsPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
