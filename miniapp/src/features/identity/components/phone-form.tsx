import { Button } from '../../../ui/button'
import { ErrorSummary, errorFor } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { ProblemNotice } from '../../../ui/notice'
import type { PhoneQuestion } from '../hooks/use-phone-question'
import { identityText } from '../text'

interface PhoneFormProps {
  question: PhoneQuestion
  submit: string
  /** Secondary where WeChat's own button stands above. */
  kind?: 'primary' | 'secondary'
}

/** Asks for a phone and has a code sent to it. */
export function PhoneForm({ question, submit, kind = 'primary' }: PhoneFormProps) {
  const { phone, setPhone, errors, refused, busy, handleNext } = question
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <Field
        name="phone"
        label={identityText.field.phone.label}
        hint={identityText.field.phone.hint}
        kind="phone"
        maxLength={13}
        error={errorFor(errors, 'phone')}
        value={phone}
        onChange={setPhone}
        onConfirm={handleNext}
      />
      <Button kind={kind} onPress={handleNext} busy={busy}>
        {submit}
      </Button>
    </>
  )
}
