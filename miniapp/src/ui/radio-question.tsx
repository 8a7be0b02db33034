import { useState } from 'react'
import { Button } from './button'
import { RadioGroup, type Choice } from './choices'
import { errorFor, ErrorSummary } from './error-summary'
import { uiText } from './text'
import { useErrors } from './use-errors'

interface RadioQuestionProps<T extends string> {
  name: string
  label: string
  hint?: string
  choices: readonly Choice<T>[]
  /** As answered before. */
  before: T | null
  /** What to mend when nothing is chosen. */
  wrong: string
  /** What whoever got the answer before wants mended; until another is chosen. */
  told?: string
  onAnswer: (value: T) => void
}

/** One of several, and on. */
export function RadioQuestion<T extends string>({ before, wrong, told, onAnswer, ...group }: RadioQuestionProps<T>) {
  const [chosen, setChosen] = useState(before)
  const { errors: found, passes } = useErrors(null)
  // Somebody chosen earlier may be gone from the list.
  const value = group.choices.some((choice) => choice.value === chosen) ? chosen : null
  const isTold = found.length === 0 && told !== undefined && chosen === before
  const errors = isTold ? [{ name: group.name, message: told }] : found
  const handleNext = () => {
    if (passes(value === null ? [{ name: group.name, message: wrong }] : []) && value !== null) onAnswer(value)
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioGroup {...group} value={value} error={errorFor(errors, group.name)} onChange={setChosen} />
      <Button onPress={handleNext}>{uiText.next}</Button>
    </>
  )
}
