import type { Sensitive } from '../platform/sensitive'

/** Whose data is asked for. `owner` is the blind index of the resident ID: it names the person in keys of copies. */
export interface DepartmentPerson {
  readonly residentId: Sensitive<string>
  readonly owner: string
}
