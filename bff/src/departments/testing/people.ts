import { personByKey } from '../../../../scripts/fake-departments/people'
import { sensitive } from '../../platform/sensitive'
import type { DepartmentPerson } from '../department-person'

/** Somebody whom the fake departments know, as clients are asked about them. */
export function someone(key: string): DepartmentPerson {
  const person = personByKey(key)
  if (!person) throw new Error(`nobody is called ${key}`)
  return { residentId: sensitive(person.residentId), owner: `index-${key}` }
}

/** A valid number that no department knows. */
export const STRANGER: DepartmentPerson = { residentId: sensitive('43020319800101001X'), owner: 'index-stranger' }
