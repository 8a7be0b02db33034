import { useState } from 'react'
import { Button } from '../../../ui/button'
import { RadioGroup, type Choice } from '../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { requestText } from '../request-text'

interface RadioQuestionProps<T extends string> {
  name: string
  label: string
  hint?: string
  choices: readonly Choice<T>[]
  /** As answered before. */
  before: T | null
  /** What to mend when nothing is chosen. */
  wrong: string
  onAnswer: (value: T) => void
}

/** One of several, and on. */
export function RadioQuestion<T extends string>({ before, wrong, onAnswer, ...group }: RadioQuestionProps<T>) {
  const [chosen, setChosen] = useState(before)
  const { errors, passes } = useErrors(null)
  // Somebody chosen earlier may be gone from the list.
  const value = group.choices.some((choice) => choice.value === chosen) ? chosen : null
  const handleNext = () => {
    if (passes(value === null ? [{ name: group.name, message: wrong }] : []) && value !== null) onAnswer(value)
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioGroup {...group} value={value} error={errorFor(errors, group.name)} onChange={setChosen} />
      <Button onPress={handleNext}>{requestText.next}</Button>
    </>
  )
}
