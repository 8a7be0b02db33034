import { Button } from './button'
import { errorFor, ErrorSummary } from './error-summary'
import { Field, type FieldProps } from './field'
import { uiText } from './text'
import { useErrors } from './use-errors'

type FieldQuestionProps = Omit<FieldProps, 'error' | 'onConfirm'> & {
  wrong: string
  isRight: (value: string) => boolean
  /** What whoever got the answer before wants mended; absent once it is changed. */
  told?: string
  onAnswer: () => void
}

/** One line of text, and on. */
export function FieldQuestion({ wrong, isRight, told, onAnswer, ...field }: FieldQuestionProps) {
  const { errors: found, passes } = useErrors(null)
  const errors = found.length === 0 && told !== undefined ? [{ name: field.name, message: told }] : found
  const handleNext = () => {
    if (passes(isRight(field.value) ? [] : [{ name: field.name, message: wrong }])) onAnswer()
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <Field {...field} error={errorFor(errors, field.name)} onConfirm={handleNext} />
      <Button onPress={handleNext}>{uiText.next}</Button>
    </>
  )
}
