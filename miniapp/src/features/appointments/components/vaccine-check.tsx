import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { hasWayIn } from '../../../platform/lead-in'
import { back } from '../../../platform/navigation'
import { useLookUp } from '../../../platform/use-look-up'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { Loading } from '../../../ui/loading'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { formatLocalDate } from '../../../ui/when'
import { bookingText } from '../text'

const text = bookingText.check

interface VaccineCheckProps {
  itemGroup: string
  date: LocalDate
  onOtherDay: () => void
  /** What goes on only when nothing stands against it. */
  children: ReactNode
}

function Verdict({ itemGroup, date, onOtherDay, children }: VaccineCheckProps) {
  const check = useLookUp('GET /v1/vaccine-check', { query: { itemGroup, date } })
  if (!check.data) {
    if (check.problem === null)
      return <Loading what={bookingText.asked.health} onRetry={check.again} onLeave={() => void back()} />
    if (hasWayIn(check.problem)) return children
    return (
      <>
        <ProblemNotice problem={check.problem} onRetry={check.again} />
        <Text>{text.vaccineAway}</Text>
        {children}
      </>
    )
  }
  const { eligible, reason, earliestDate, dosesHad, dosesNeeded } = check.data
  return (
    <>
      <Notice kind={eligible ? 'success' : 'warning'} title={eligible ? text.eligible : text.notEligible}>
        <Text>{reason}</Text>
        {earliestDate !== null && <Text>{text.earliest(formatLocalDate(earliestDate))}</Text>}
        <Text>{text.doses(dosesHad, dosesNeeded)}</Text>
      </Notice>
      {eligible ? children : <Button onPress={onOtherDay}>{text.otherDay}</Button>}
    </>
  )
}

/** Whether the person may have the vaccine that day, said before the booking is sent; the BFF checks it again then. */
export function VaccineCheck(props: VaccineCheckProps) {
  return (
    <View className="ov-stack">
      <Heading>{text.vaccine}</Heading>
      <Verdict {...props} />
    </View>
  )
}
