import type { DepartmentStatusDto } from '@one-visit/shared/departments/contract'
import { Text } from '@tarojs/components'
import { useConsent } from '../../../platform/privacy'
import { useLookUp } from '../../../platform/use-look-up'
import { Notice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { doorsText } from '../doors-text'

const text = doorsText.department

function DepartmentNotice({ name, state, since, notice }: DepartmentStatusDto & { state: 'slow' | 'down' }) {
  return (
    <Notice kind="warning" title={text.title(name, state)}>
      <Text>{notice ?? text[state]}</Text>
      <Text className="ov-soft">{text.since(formatInstant(since))}</Text>
    </Notice>
  )
}

interface DepartmentNoticesProps {
  /** Only this one, where no other is going to be asked. */
  only?: 'cases'
}

/** Departments that are slow or away, said before people start. Silent while that is not known. */
export function DepartmentNotices({ only }: DepartmentNoticesProps) {
  const status = useLookUp('GET /v1/status', {}, { enabled: useConsent() })
  if (status.data === undefined || status.problem !== null) return null
  const departments = status.data.departments.filter(({ department }) => only === undefined || department === only)
  return (
    <>
      {departments.map(({ state, ...department }) =>
        state === 'up' ? null : <DepartmentNotice key={department.department} state={state} {...department} />,
      )}
    </>
  )
}
