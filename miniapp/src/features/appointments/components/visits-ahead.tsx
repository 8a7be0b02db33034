import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { isActiveAppointment } from '@one-visit/shared/appointments/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { useState } from 'react'
import { go } from '../../../platform/navigation'
import { usePageShown } from '../../../platform/page-shown'
import { useLookUp } from '../../../platform/use-look-up'
import { List, ListLink } from '../../../ui/lists'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { TODAY, VISITS_DOOR } from '../doors'
import { formatSpan } from '../when'

const todayNow = (): string => localDateAt(Date.now())
const when = ({ date, startsAt }: AppointmentDto): string => `${date} ${startsAt}`
const byTime = (one: AppointmentDto, other: AppointmentDto): number => (when(one) < when(other) ? -1 : 1)

/** The visits of whoever is signed in, on the first screen. What cannot be asked now is not spoken of: the page of the visits tells why. */
export function VisitsAhead() {
  const { data } = useLookUp('GET /v1/appointments', {}, { keepCopy: true })
  const active = data?.active.filter(({ status }) => isActiveAppointment(status)).sort(byTime) ?? []
  const [today, setToday] = useState(todayNow)
  // The first screen may stand open overnight.
  usePageShown(() => {
    setToday(todayNow())
  })
  if (active.length === 0) return null
  return (
    <List label={VISITS_DOOR.title}>
      {active.map((visit) => (
        <ListLink
          key={visit.id}
          title={`${VISITS_DOOR.title}：${visit.itemGroup.name}`}
          hint={[formatSpan(visit), visit.office.name]}
          {...(visit.date === today ? { tag: { kind: 'active' as const, text: TODAY } } : {})}
          onPress={() => void go(APPOINTMENT_PAGES.visit, { id: visit.id })}
        />
      ))}
    </List>
  )
}
