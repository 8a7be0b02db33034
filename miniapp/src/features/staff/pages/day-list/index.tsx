import { Text, View } from '@tarojs/components'
import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { toCsv } from '@one-visit/shared/kernel/csv'
import { useState } from 'react'
import { CAN_PRINT, printPage } from '../../../../platform/print'
import { saveFile } from '../../../../platform/save-file'
import { IS_WEAPP } from '../../../../platform/target'
import { useSubmit } from '../../../../platform/use-submit'
import { useIsWide } from '../../../../platform/window-width'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { formatLocalDate } from '../../../../ui/when'
import { boardText } from '../../board-text'
import { DataTable } from '../../components/data-table'
import { PlaceScreen } from '../../components/place-screen'
import { ReasonField } from '../../components/reason-field'
import { useOfficeName } from '../../hooks/use-office-name'
import type { Place } from '../../place'
import { VISIT_COLUMNS, visitRow } from '../../visit-table'
import { checkReason } from '../../visit-words'

const text = boardText.dayList

interface ListProps {
  place: Place
  visits: readonly BoardVisitDto[]
}

/** Saving is a tap of its own, for WeChat sends files only straight from one. */
function SaveButton({ place, visits }: ListProps) {
  const [saved, setSaved] = useState<boolean | null>(null)
  const handleSave = async () => {
    setSaved(await saveFile(text.file(place.date), toCsv([VISIT_COLUMNS, ...visits.map(visitRow)])))
  }
  return (
    <>
      {saved !== null && <Notice kind={saved ? 'success' : 'warning'} title={saved ? text.saved : text.refused} announce />}
      <Button onPress={() => void handleSave()}>{IS_WEAPP ? text.send : text.save}</Button>
    </>
  )
}

/** On paper always; on the screen where there is room. */
function PrintedList({ place, visits }: ListProps) {
  const wide = useIsWide()
  const office = useOfficeName(place.office)
  return (
    <View className={wide ? 'ov-stack' : 'ov-print-only'}>
      <Text className="ov-label">{text.printed(office, formatLocalDate(place.date))}</Text>
      <DataTable
        label={text.list}
        columns={VISIT_COLUMNS}
        rows={visits.map((visit) => ({ key: visit.id, cells: visitRow(visit) }))}
      />
    </View>
  )
}

function Taken({ place, visits }: ListProps) {
  if (visits.length === 0) return <Notice title={text.none} />
  return (
    <>
      <View className="ov-stack ov-no-print">
        <Notice kind="success" title={text.count(visits.length)} announce />
        <SaveButton place={place} visits={visits} />
        {CAN_PRINT && (
          <Button kind="secondary" onPress={printPage}>
            {text.print}
          </Button>
        )}
      </View>
      <PrintedList place={place} visits={visits} />
    </>
  )
}

/** Asked for once for each reason, not looked up: every list that is taken is written down, and none stays in a cache. */
function Content({ place }: { place: Place }) {
  const [reason, setReason] = useState('')
  const [visits, setVisits] = useState<readonly BoardVisitDto[] | null>(null)
  const submit = useSubmit('POST /v1/staff/visit-lists', ({ items }) => {
    setVisits(items)
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  if (visits !== null) return <Taken place={place} visits={visits} />
  const handleSubmit = () => {
    if (passes(checkReason(reason))) submit.send({ body: { ...place, reason: reason.trim() } })
  }
  return (
    <>
      <Text>{formatLocalDate(place.date)}</Text>
      <Text>{text.why}</Text>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <ReasonField label={text.reason} errors={errors} value={reason} onChange={setReason} />
      <Button onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

export default function DayListPage() {
  return (
    <PlaceScreen title={text.title} wide>
      {(place) => <Content place={place} />}
    </PlaceScreen>
  )
}
