import type { DepartmentStatusDto } from '@one-visit/shared/departments/contract'
import { Text } from '@tarojs/components'
import { useConsent } from '../../../platform/privacy'
import { useLookUp } from '../../../platform/use-look-up'
import { Notice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { progressText } from '../text'

const text = progressText.department

function DepartmentNotice({ name, state, since, notice }: DepartmentStatusDto & { state: 'slow' | 'down' }) {
  return (
    <Notice kind="warning" title={text.title(name, state)}>
      <Text>{notice ?? text[state]}</Text>
      <Text className="ov-soft">{text.since(formatInstant(since))}</Text>
    </Notice>
  )
}

/** Departments that are slow or away, said before people start. Silent while that is not known. */
export function DepartmentNotices() {
  const status = useLookUp('GET /v1/status', {}, { enabled: useConsent() })
  if (status.data === undefined || status.problem !== null) return null
  return (
    <>
      {status.data.departments.map(({ state, ...department }) =>
        state === 'up' ? null : <DepartmentNotice key={department.department} state={state} {...department} />,
      )}
    </>
  )
}
