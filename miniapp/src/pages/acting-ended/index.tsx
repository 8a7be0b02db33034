import { Text } from '@tarojs/components'
import { finishAt, useQuery } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { useStaffSession } from '../../platform/staff-session'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { actingEndedText as text } from './text'

type Reason = keyof typeof text.reason

const isReason = (reason: string): reason is Reason => reason in text.reason

/** The mandate holds no more: what that means for what was just tapped, and the way on. */
export default function ActingEndedPage() {
  const { reason = '' } = useQuery()
  const isStaff = useStaffSession() !== null
  return (
    <Screen title={text.title}>
      <Notice kind="warning" title={text.reason[isReason(reason) ? reason : 'mandate_ended']}>
        {text.nothing}
      </Notice>
      <Text>{text.next}</Text>
      <Button onPress={() => void finishAt(isStaff ? PAGES.staffHome : PAGES.home)}>{isStaff ? text.staff : text.home}</Button>
    </Screen>
  )
}
