import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { isLicenceId } from '@one-visit/shared/kernel/licence-id'
import { LICENCE_FIELDS } from '@one-visit/shared/licences/fields'
import type { LicenceType } from '@one-visit/shared/licences/rules'
import { z } from 'zod'
import { type Sensitive, sensitive } from '../platform/sensitive'

/** `key` and `label` as in LICENCE_FIELDS, dates as `YYYY-MM-DD`. `sensitive`: shown masked until tapped. */
export interface LicenceField {
  readonly key: string
  readonly label: string
  readonly value: Sensitive<string>
  readonly sensitive: boolean
}

/** `cancelled`: withdrawn, replaced or declared lost; whether it has run out says `validUntil`. */
export type LicenceState = 'valid' | 'cancelled'

/** A licence as a department describes it, in our words. `licenceId`: GB/T 36904-2018, checked. Days are local (Asia/Shanghai). */
export interface DepartmentLicence {
  readonly licenceId: string
  readonly type: LicenceType
  readonly holder: Sensitive<string>
  readonly issuer: string
  readonly issuedOn: LocalDate
  /** Null: it does not run out. */
  readonly validUntil: LocalDate | null
  readonly state: LicenceState
  /** In the order of LICENCE_FIELDS; what the department leaves out is left out. */
  readonly fields: readonly LicenceField[]
}

/** A licence id with a right check character; anything else makes the whole reply invalid. */
export const LicenceIdText = z.string().max(100).refine(isLicenceId, 'a licence id of GB/T 36904')

/** What nobody beside the holder should read in passing. */
const MASKED: ReadonlySet<string> = new Set([
  'number',
  'householdNumber',
  'cardNumber',
  'fileNumber',
  'vin',
  'engineNumber',
  'birthDate',
  'birthTime',
  'nativePlace',
  'address',
  'mother',
  'father',
])

/** Fields of a licence from values by key; those that are missing or empty are left out. */
export function licenceFields(
  type: LicenceType,
  values: Readonly<Partial<Record<string, string | null>>>,
): readonly LicenceField[] {
  return LICENCE_FIELDS[type].flatMap(([key, label]) => {
    const value = values[key]
    if (!value) return []
    // A business shows its own number on the wall.
    const masked = MASKED.has(key) && type !== 'business_licence'
    return [{ key, label, value: sensitive(value), sensitive: masked }]
  })
}
