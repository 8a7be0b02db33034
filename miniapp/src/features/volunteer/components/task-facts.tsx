import { formatMandateNumber, TOPIC_TEXT } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { SummaryList, type SummaryRow } from '../../../ui/lists'
import { Tag } from '../../../ui/tag'
import { formatLocalDate } from '../../../ui/when'
import { describeTask } from '../task-words'
import { taskText } from '../text'

const text = taskText.task

const told = (label: string, value: string | null): SummaryRow[] => (value === null || value === '' ? [] : [{ label, value }])

/** What somebody asks for; the promised day first. The name masked as the BFF sends it. */
export function TaskFacts({ task }: { task: TaskDto }) {
  const status = describeTask(task)
  return (
    <SummaryList
      label={text.facts}
      rows={[
        { label: text.status, value: <Tag kind={status.kind}>{status.text}</Tag> },
        ...told(text.promised, task.promisedBy === null ? null : formatLocalDate(task.promisedBy)),
        { label: text.person, value: task.person },
        { label: text.topic, value: TOPIC_TEXT[task.topic] },
        ...told(text.words, task.words),
        { label: text.way, value: taskText.wayOf(task.way) },
        { label: text.date, value: taskText.day(formatLocalDate(task.date), task.part) },
        { label: text.office, value: task.office.name },
        ...told(text.volunteer, task.volunteer),
        ...told(text.returned, task.returned),
        ...told(text.outcome, task.outcome),
        { label: text.number, value: formatMandateNumber(task.number) },
      ]}
    />
  )
}
