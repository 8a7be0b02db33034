import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { Text } from '@tarojs/components'
import { Notice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { progressText } from '../text'

/** When this was true, in large type, so that nobody takes an old answer for today's. */
export function StaleNotice({ department, asOf }: Pick<CaseProgressDto, 'department' | 'asOf'>) {
  return (
    <Notice kind="warning" title={progressText.case.stale(department)}>
      <Text className="ov-number">{progressText.case.staleAsOf(formatInstant(asOf))}</Text>
    </Notice>
  )
}
