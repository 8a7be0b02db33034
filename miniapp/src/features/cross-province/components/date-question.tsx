import { Button } from '../../../ui/button'
import { DateField } from '../../../ui/date-field'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { uiText } from '../../../ui/text'
import { useErrors } from '../../../ui/use-errors'

interface DateQuestionProps {
  name: string
  label: string
  hint: string
  optional: boolean
  value: string
  /** What to mend in it as it is now; null: nothing. */
  mistake: string | null
  /** What whoever got the answer before wants mended; absent once it is changed. */
  told?: string
  onChange: (value: string) => void
  onAnswer: () => void
}

/** A day, and on. */
export function DateQuestion({ mistake, told, onAnswer, ...field }: DateQuestionProps) {
  const { errors: found, passes } = useErrors(null)
  const errors = found.length === 0 && told !== undefined ? [{ name: field.name, message: told }] : found
  const handleNext = () => {
    if (passes(mistake === null ? [] : [{ name: field.name, message: mistake }])) onAnswer()
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <DateField {...field} error={errorFor(errors, field.name)} />
      <Button onPress={handleNext}>{uiText.next}</Button>
    </>
  )
}
