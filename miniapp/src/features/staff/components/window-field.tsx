import { errorFor, type FieldError } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { useWindow } from '../hooks/use-window'
import { visitText } from '../visit-text'

const text = visitText.window

export function checkWindow(window: string): FieldError[] {
  return window.trim() === '' ? [{ name: 'window', message: text.wrong }] : []
}

/** Which window people are called to; asked once, and kept on the device. */
export function WindowField({ errors }: { errors: readonly FieldError[] }) {
  const { window, setWindow } = useWindow()
  return (
    <Field
      name="window"
      label={text.label}
      hint={text.hint}
      kind="digits"
      maxLength={10}
      error={errorFor(errors, 'window')}
      value={window}
      onChange={setWindow}
    />
  )
}
