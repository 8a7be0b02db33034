import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState } from 'react'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary, type FieldError } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { TaskFacts } from '../../components/task-facts'
import { TaskStep } from '../../components/task-step'
import { isMineNow } from '../../task-words'
import { taskText } from '../../text'

const text = taskText.finish
const MOST_MINUTES = 600

/** Whole minutes within limits, or null. */
function readMinutes(typed: string): number | null {
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null
}

function check(outcome: string, minutes: number | null): FieldError[] {
  return [
    ...(outcome.trim().length < 2 ? [{ name: 'outcome', message: text.outcome.wrong }] : []),
    ...(minutes === null ? [{ name: 'minutes', message: text.minutes.wrong }] : []),
  ]
}

function Form({ task, onDone }: { task: TaskDto; onDone: () => void }) {
  const [outcome, setOutcome] = useState('')
  const [typed, setTyped] = useState('')
  const submit = useSubmit('POST /v1/staff/tasks/:id/finish', onDone)
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const minutes = readMinutes(typed)
    if (passes(check(outcome, minutes)) && minutes !== null)
      submit.send({ params: { id: task.id }, body: { outcome: outcome.trim(), minutes } })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <TaskFacts task={task} />
      <Field
        name="outcome"
        label={text.outcome.label}
        hint={text.outcome.hint}
        maxLength={200}
        error={errorFor(errors, 'outcome')}
        value={outcome}
        onChange={setOutcome}
      />
      <Field
        name="minutes"
        label={text.minutes.label}
        hint={text.minutes.hint}
        kind="digits"
        maxLength={3}
        error={errorFor(errors, 'minutes')}
        value={typed}
        onChange={setTyped}
        onConfirm={handleSubmit}
      />
      <Button onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

export default function FinishPage() {
  return (
    <TaskStep title={text.title} forWhom="volunteer" fits={isMineNow} done={{ title: text.done, next: text.doneNext }}>
      {(task, onDone) => <Form task={task} onDone={onDone} />}
    </TaskStep>
  )
}
