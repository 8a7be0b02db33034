import { errorFor, type FieldError } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import type { PersonDraft } from '../hooks/use-person-draft'
import { identityText } from '../text'

interface PersonFieldsProps {
  draft: PersonDraft
  errors: readonly FieldError[]
}

/** Name and number, as on the ID card: one answer, so they stand together. */
export function PersonFields({ draft, errors }: PersonFieldsProps) {
  const { field } = identityText
  return (
    <>
      <Field
        name="name"
        label={field.name.label}
        hint={field.name.hint}
        kind="name"
        maxLength={30}
        error={errorFor(errors, 'name')}
        value={draft.values.name}
        onChange={(name) => {
          draft.set('name', name)
        }}
      />
      <Field
        name="residentId"
        label={field.residentId.label}
        hint={field.residentId.hint}
        kind="resident-id"
        maxLength={22}
        error={errorFor(errors, 'residentId')}
        value={draft.values.residentId}
        onChange={(residentId) => {
          draft.set('residentId', residentId)
        }}
      />
    </>
  )
}
