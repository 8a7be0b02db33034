import { useState } from 'react'
import { Button } from '../../../ui/button'
import { RadioGroup } from '../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { useErrors } from '../../../ui/use-errors'
import { verifyText } from '../verify-text'
import { purposeOf, type PurposeChoice } from '../verify-words'

const text = verifyText.purpose
const CHOICES = (['counter', 'proxy', 'qualification', 'other'] as const).map((value) => ({
  value,
  title: text.choices[value],
}))

/** Asked before the code is: a code counts for 60 seconds only. */
export function PurposeStep({ onChoose }: { onChoose: (purpose: string) => void }) {
  const [choice, setChoice] = useState<PurposeChoice | null>(null)
  const [other, setOther] = useState('')
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    const purpose = purposeOf(choice, other)
    const missing = choice === 'other' ? { name: 'other', message: text.other.wrong } : { name: 'purpose', message: text.wrong }
    if (passes(purpose === null ? [missing] : []) && purpose !== null) onChoose(purpose)
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioGroup
        name="purpose"
        label={text.label}
        hint={text.hint}
        choices={CHOICES}
        value={choice}
        error={errorFor(errors, 'purpose')}
        onChange={setChoice}
      />
      {choice === 'other' && (
        <Field
          name="other"
          label={text.other.label}
          hint={text.other.hint}
          maxLength={60}
          error={errorFor(errors, 'other')}
          value={other}
          onChange={setOther}
          onConfirm={handleNext}
        />
      )}
      <Button onPress={handleNext}>{text.next}</Button>
    </>
  )
}
