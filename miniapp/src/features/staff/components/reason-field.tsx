import { errorFor, type FieldError } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { staffText } from '../text'

const text = staffText.reason

interface ReasonFieldProps {
  label?: string
  /** People who have booked will read it. */
  isTold?: boolean
  errors: readonly FieldError[]
  value: string
  onChange: (reason: string) => void
}

/** Every change that people count on says why. */
export function ReasonField({ label = text.label, isTold = false, errors, value, onChange }: ReasonFieldProps) {
  return (
    <Field
      name="reason"
      label={label}
      hint={isTold ? text.hint : text.kept}
      maxLength={100}
      error={errorFor(errors, 'reason')}
      value={value}
      onChange={onChange}
    />
  )
}
