import { Text } from '@tarojs/components'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState } from 'react'
import { useSubmit } from '../../../platform/use-submit'
import { Button } from '../../../ui/button'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { ProblemNotice } from '../../../ui/notice'
import { useErrors } from '../../../ui/use-errors'
import type { taskText } from '../text'
import { TaskFacts } from './task-facts'

interface ReasonStepProps {
  task: TaskDto
  endpoint: 'POST /v1/staff/tasks/:id/return' | 'POST /v1/staff/tasks/:id/cancel'
  text: typeof taskText.return | typeof taskText.cancel
  onDone: () => void
}

/** Given back or cancelled: never without the reason, which the person reads. */
export function ReasonStep({ task, endpoint, text, onDone }: ReasonStepProps) {
  const [reason, setReason] = useState('')
  const submit = useSubmit(endpoint, onDone)
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const found = reason.trim().length < 2 ? [{ name: 'reason', message: text.reason.wrong }] : []
    if (passes(found)) submit.send({ params: { id: task.id }, body: { reason: reason.trim() } })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <TaskFacts task={task} />
      <Text>{text.why}</Text>
      <Field
        name="reason"
        label={text.reason.label}
        hint={text.reason.hint}
        maxLength={100}
        error={errorFor(errors, 'reason')}
        value={reason}
        onChange={setReason}
        onConfirm={handleSubmit}
      />
      <Button kind="danger" onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}
