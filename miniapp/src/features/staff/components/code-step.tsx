import { Text } from '@tarojs/components'
import type { ApiProblem } from '../../../platform/api-problem'
import { Button } from '../../../ui/button'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { SummaryList } from '../../../ui/lists'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { canScan, ScanButton } from '../../../ui/scan-button'
import { uiText } from '../../../ui/text'
import { useVerify, type Checked } from '../hooks/use-verify'
import { verifyText } from '../verify-text'
import { StepHeading } from './step-heading'

const text = verifyText.code

function Refused({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const words = verifyText.refusalOf(problem.code)
  if (words === null) return <ProblemNotice problem={problem} {...(problem.isNetwork ? { onRetry } : {})} />
  return (
    <>
      <Notice kind="danger" title={words.title} announce>
        <Text>{words.next}</Text>
        {problem.retryAfter !== null && <Text>{uiText.retryAfter(problem.retryAfter)}</Text>}
      </Notice>
      {problem.code.startsWith('department_') && (
        <Button kind="secondary" onPress={onRetry}>
          {uiText.retry}
        </Button>
      )}
    </>
  )
}

interface CodeStepProps {
  purpose: string
  onChangePurpose: () => void
  onDone: (checked: Checked) => void
}

/** Scanning, or typing, what somebody shows. */
export function CodeStep({ purpose, onChangePurpose, onDone }: CodeStepProps) {
  const { typed, setTyped, errors, refused, busy, handleSeen, handleSubmit, handleRetry } = useVerify(purpose, onDone)
  return (
    <>
      <StepHeading name="step">{text.step}</StepHeading>
      <ErrorSummary errors={errors} />
      {refused && <Refused problem={refused} onRetry={handleRetry} />}
      <ScanButton onSeen={handleSeen} busy={busy}>
        {text.scan}
      </ScanButton>
      <Field
        name="code"
        label={text.label}
        hint={text.hint}
        kind="case-number"
        maxLength={700}
        error={errorFor(errors, 'code')}
        value={typed}
        onChange={setTyped}
        onConfirm={handleSubmit}
      />
      <Button kind={canScan() ? 'secondary' : 'primary'} onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
      <SummaryList
        label={verifyText.purpose.list}
        rows={[{ label: verifyText.purpose.chosen, value: purpose, onChange: onChangePurpose }]}
      />
    </>
  )
}
