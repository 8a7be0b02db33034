import type { LicenceViewDto } from '@one-visit/shared/licences/contract'
import { licenceFieldLabel } from '@one-visit/shared/licences/fields'

/** What the fields that were seen are called. */
export const fieldLabels = ({ type, fields }: LicenceViewDto): string[] => fields.map((key) => licenceFieldLabel(type, key))
