import type { DepartmentLicence, LicenceField } from '../../departments/department-licence'
import { problem } from '../../platform/errors'

/** The fields that the holder chose, in the licence's order; throws `invalid_input` for any that the licence does not have. */
export function chosenFields({ fields }: Pick<DepartmentLicence, 'fields'>, keys: readonly string[]): readonly LicenceField[] {
  const chosen = new Set(keys)
  const found = fields.filter(({ key }) => chosen.has(key))
  if (found.length === chosen.size) return found
  throw problem('invalid_input', { fields: [{ path: 'fields', message: '这张证照上没有其中的一项，请重新选择。' }] })
}
