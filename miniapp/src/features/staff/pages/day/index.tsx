import { Text } from '@tarojs/components'
import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { APPOINTMENT_STATUS_TEXT, APPOINTMENT_STATUSES } from '@one-visit/shared/appointments/rules'
import { useState } from 'react'
import { RadioGroup } from '../../../../ui/choices'
import { Notice } from '../../../../ui/notice'
import { formatLocalDate } from '../../../../ui/when'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { VisitList } from '../../components/visit-list'
import { useVisits } from '../../hooks/use-live'
import type { Place } from '../../place'
import { visitText } from '../../visit-text'

const text = visitText.day

type Filter = 'all' | BoardVisitDto['status']

function Visits({ place, visits }: { place: Place; visits: readonly BoardVisitDto[] }) {
  const [filter, setFilter] = useState<Filter>('all')
  const countOf = (status: Filter) => visits.filter((visit) => status === 'all' || visit.status === status).length
  const choices = [
    { value: 'all' as const, title: `${text.all} ${String(visits.length)}` },
    ...APPOINTMENT_STATUSES.map((status) => ({
      value: status,
      title: `${APPOINTMENT_STATUS_TEXT[status]} ${String(countOf(status))}`,
    })),
  ].filter(({ value }) => value === 'all' || value === filter || countOf(value) > 0)
  const shown = visits.filter(({ status }) => filter === 'all' || status === filter)
  return (
    <>
      <RadioGroup<Filter> name="filter" label={text.filter} choices={choices} value={filter} onChange={setFilter} inline />
      <Text className="ov-soft">{text.count(shown.length)}</Text>
      {shown.length === 0 ? <Notice title={text.none} /> : <VisitList label={visitText.list} place={place} visits={shown} />}
    </>
  )
}

function Day({ place }: { place: Place }) {
  return (
    <>
      <Text>{formatLocalDate(place.date)}</Text>
      <Live look={useVisits(place)}>{({ items }) => <Visits place={place} visits={items} />}</Live>
    </>
  )
}

export default function DayPage() {
  return <PlaceScreen title={text.title}>{(place) => <Day place={place} />}</PlaceScreen>
}
