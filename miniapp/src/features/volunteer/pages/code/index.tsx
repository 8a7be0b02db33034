import { Text } from '@tarojs/components'
import { isSmsCode, SMS_CODE_AGAIN_SECONDS, SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState } from 'react'
import { useQuery } from '../../../../platform/navigation'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { CodeField } from '../../../../ui/code-field'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { TaskStep } from '../../components/task-step'
import { scopeInput } from '../../ask-values'
import { mandateText } from '../../mandate-text'

const text = mandateText.code
const inAWhile = () => Date.now() + SMS_CODE_AGAIN_SECONDS * 1000

/** Sending it once more is asking for the same once more. */
function useResend(task: TaskDto, { scope, days }: MandateDto) {
  const { sent } = useQuery()
  const [againAt, setAgainAt] = useState(() => (sent === undefined ? null : inAWhile()))
  const [isResent, setIsResent] = useState(false)
  const submit = useSubmit('POST /v1/staff/tasks/:id/mandates', () => {
    setIsResent(true)
    setAgainAt(inAWhile())
  })
  const handleSend = () => {
    setIsResent(false)
    submit.send({ params: { id: task.id }, body: { scope: scopeInput(scope), days, evidence: 'phone_code', scan: null } })
  }
  return { againAt, isResent, problem: submit.problem, busy: submit.busy, handleSend }
}

interface FormProps {
  task: TaskDto
  mandate: MandateDto
  onDone: () => void
}

function Form({ task, mandate, onDone }: FormProps) {
  // Not kept: it is good for five minutes and one use.
  const [code, setCode] = useState('')
  const submit = useSubmit('POST /v1/staff/mandates/:id/code', onDone)
  const resend = useResend(task, mandate)
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const found = isSmsCode(code.trim()) ? [] : [{ name: 'code', message: text.wrong }]
    if (passes(found)) submit.send({ params: { id: mandate.id }, body: { code: code.trim() } })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      {resend.problem && <ProblemNotice problem={resend.problem} />}
      {resend.isResent && <Notice kind="success" title={text.resent} announce />}
      <Text>{text.why(task.person)}</Text>
      <CodeField
        name="code"
        label={text.label}
        hint={text.hint}
        error={errorFor(errors, 'code')}
        value={code}
        onChange={setCode}
        onSend={resend.handleSend}
        sending={resend.busy}
        againAt={resend.againAt}
        length={SMS_CODE_LENGTH}
      />
      <Button onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

const isAsked = ({ mandate }: TaskDto): boolean => mandate?.status === 'pending'

export default function MandateCodePage() {
  return (
    <TaskStep
      title={text.title}
      forWhom="everybody"
      fits={isAsked}
      otherwise={text.over}
      done={{ title: text.done, next: text.doneNext }}
    >
      {(task, onDone) => task.mandate && <Form task={task} mandate={task.mandate} onDone={onDone} />}
    </TaskStep>
  )
}
