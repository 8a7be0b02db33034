import { Text } from '@tarojs/components'
import type { ApiProblem } from '../../../platform/api-problem'
import { Button } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { SummaryList } from '../../../ui/lists'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { StepHeading } from '../../../ui/step-heading'
import { uiText } from '../../../ui/text'
import { useVerify, type Checked } from '../hooks/use-verify'
import { verifyText } from '../verify-text'
import { ScanOrType } from './scan-or-type'

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
  const verify = useVerify(purpose, onDone)
  const { errors, refused, handleRetry } = verify
  return (
    <>
      <StepHeading name="step">{text.step}</StepHeading>
      <ErrorSummary errors={errors} />
      {refused && <Refused problem={refused} onRetry={handleRetry} />}
      <ScanOrType name="code" text={text} kind="case-number" maxLength={700} code={verify} />
      <SummaryList
        label={verifyText.purpose.list}
        rows={[{ label: verifyText.purpose.chosen, value: purpose, onChange: onChangePurpose }]}
      />
    </>
  )
}
