import type { DepartmentLicence } from '../department-licence'

/** What a licence says, by key. */
export function textOf({ fields }: DepartmentLicence): Record<string, string> {
  return Object.fromEntries(fields.map(({ key, value }) => [key, value.reveal()]))
}
