import { SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import { Text, View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'
import type { ApiProblem } from '../../../platform/api-problem'
import { Button } from '../../../ui/button'
import { CodeField, useSecondsLeft } from '../../../ui/code-field'
import { ErrorSummary, errorFor, type FieldError } from '../../../ui/error-summary'
import { ProblemNotice } from '../../../ui/notice'
import { identityText } from '../text'

interface CodeFormProps {
  /** Masked. */
  phone: string
  /** Epoch milliseconds; null before the first code was sent. */
  againAt: number | null
  sending: { busy: boolean; problem: ApiProblem | null; onSend: () => void }
  code: string
  onCode: (code: string) => void
  errors: readonly FieldError[]
  refused: ApiProblem | null
  busy: boolean
  submit: string
  onSubmit: () => void
}

/** Read out twice only, when a code was sent and when another may be asked for; the seconds between are for the eye. */
function CodeStatus({ phone, againAt }: Pick<CodeFormProps, 'phone' | 'againAt'>) {
  const waiting = useSecondsLeft(againAt) > 0
  return (
    <View {...role('status')} aria-live="polite">
      {againAt !== null && <Text>{waiting ? identityText.codeSent(phone) : identityText.codeAgain}</Text>}
    </View>
  )
}

/** Asks for the code that came by SMS. */
export function CodeForm({ phone, againAt, sending, code, onCode, errors, refused, busy, submit, onSubmit }: CodeFormProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <CodeStatus phone={phone} againAt={againAt} />
      <CodeField
        name="code"
        label={identityText.field.code.label}
        hint={identityText.field.code.hint}
        length={SMS_CODE_LENGTH}
        error={errorFor(errors, 'code')}
        value={code}
        onChange={onCode}
        onSend={sending.onSend}
        sending={sending.busy}
        againAt={againAt}
      />
      {sending.problem && <ProblemNotice problem={sending.problem} />}
      <Button onPress={onSubmit} busy={busy}>
        {submit}
      </Button>
    </>
  )
}
