import { errorFor, type FieldError } from './error-summary'
import { Field } from './field'

interface Words {
  label: string
  hint: string
}

interface PersonFieldsProps {
  /** What the page calls them: one's own, or of whom. */
  text: Readonly<Record<'name' | 'residentId', Words>>
  values: Readonly<Record<'name' | 'residentId', string>>
  errors: readonly FieldError[]
  /** The owner's of the device: the browser may fill in the name. */
  own?: boolean
  onChange: (field: 'name' | 'residentId', typed: string) => void
}

/** Name and number, as on the ID card: one answer, so they stand together. */
export function PersonFields({ text, values, errors, own = false, onChange }: PersonFieldsProps) {
  return (
    <>
      <Field
        name="name"
        label={text.name.label}
        hint={text.name.hint}
        kind={own ? 'name' : 'text'}
        maxLength={30}
        error={errorFor(errors, 'name')}
        value={values.name}
        onChange={(typed) => onChange('name', typed)}
      />
      <Field
        name="residentId"
        label={text.residentId.label}
        hint={text.residentId.hint}
        kind="resident-id"
        // People write spaces between: 430224 1948 0312 0023.
        maxLength={22}
        error={errorFor(errors, 'residentId')}
        value={values.residentId}
        onChange={(typed) => onChange('residentId', typed)}
      />
    </>
  )
}
