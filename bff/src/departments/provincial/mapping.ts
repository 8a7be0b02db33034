import { type Sensitive, sensitive } from '../../platform/sensitive'
import { departmentInvalidReply } from '../department-names'
import type { Profile } from './reply'

/** A person as the province knows them. `verified`: name and number that the province has checked; null when it has not. */
export interface ProvincialProfile {
  readonly openId: Sensitive<string>
  readonly phone: Sensitive<string> | null
  readonly verified: { readonly name: Sensitive<string>; readonly residentId: Sensitive<string> } | null
}

export function mapProfile(data: Profile): ProvincialProfile {
  return {
    openId: sensitive(data.openId),
    phone: data.phone === null ? null : sensitive(data.phone),
    verified: data.realNameLevel >= 2 ? verifiedOf(data) : null,
  }
}

function verifiedOf({ name, residentId }: Profile): NonNullable<ProvincialProfile['verified']> {
  if (name === null || residentId === null)
    throw departmentInvalidReply('provincial', 'a verified profile without name or number')
  return { name: sensitive(name), residentId: sensitive(residentId.toUpperCase()) }
}
