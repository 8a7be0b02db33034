import { useOffices } from '../../../platform/county'
import { back } from '../../../platform/navigation'
import { useStaffSession } from '../../../platform/staff-session'
import { RadioGroup } from '../../../ui/choices'
import { Loading } from '../../../ui/loading'
import { ProblemNotice } from '../../../ui/notice'
import { taskText } from '../text'

interface OfficesFieldProps {
  label: string
  value: string | null
  error: string | undefined
  onChange: (office: string) => void
}

/** Whoever belongs to an office works there only; the others say which. */
export function OfficesField({ label, value, error, onChange }: OfficesFieldProps) {
  const own = useStaffSession()?.office ?? null
  const { data, problem, again } = useOffices()
  if (data === undefined) {
    if (problem) return <ProblemNotice problem={problem} onRetry={again} />
    return <Loading what={taskText.asked} onRetry={again} onLeave={() => void back()} />
  }
  const choices = data.items.filter(({ id }) => own === null || id === own).map(({ id, name }) => ({ value: id, title: name }))
  return <RadioGroup name="office" label={label} choices={choices} value={value} error={error} onChange={onChange} inline />
}
