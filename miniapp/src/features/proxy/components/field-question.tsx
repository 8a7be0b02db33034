import { Button } from '../../../ui/button'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { Field, type FieldProps } from '../../../ui/field'
import { useErrors } from '../../../ui/use-errors'
import { requestText } from '../request-text'

type FieldQuestionProps = Pick<FieldProps, 'name' | 'label' | 'value' | 'onChange'> &
  Required<Pick<FieldProps, 'hint' | 'kind' | 'maxLength'>> & {
    wrong: string
    isRight: (value: string) => boolean
    onAnswer: () => void
  }

/** One line of text, and on. */
export function FieldQuestion({ wrong, isRight, onAnswer, ...field }: FieldQuestionProps) {
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    if (passes(isRight(field.value) ? [] : [{ name: field.name, message: wrong }])) onAnswer()
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <Field {...field} error={errorFor(errors, field.name)} onConfirm={handleNext} />
      <Button onPress={handleNext}>{requestText.next}</Button>
    </>
  )
}
