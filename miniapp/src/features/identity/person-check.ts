import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import type { FieldError } from '../../ui/error-summary'
import { identityText } from './text'

const { field } = identityText

/** Apart from the other checks: the codes of all divisions, which numbers are held to, are no part of the main package. */
export function checkPerson({ name, residentId }: { name: string; residentId: string }): FieldError[] {
  const wrongName = name.trim().length < 2 ? [{ name: 'name', message: field.name.wrong }] : []
  const wrongId = isResidentId(residentId) ? [] : [{ name: 'residentId', message: field.residentId.wrong }]
  return [...wrongName, ...wrongId]
}
