import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { Masked } from '../../../ui/masked'
import { formatLongDate } from '../../../ui/when'
import { isMasked, maskField } from '../masking'

/** The value of one field: what others should not read over the shoulder is masked until tapped. */
export function FieldValue({ field }: { field: LicenceDto['fields'][number] }) {
  const { label, value, sensitive } = field
  if (!sensitive || isMasked(value)) return formatLongDate(value)
  return <Masked label={label} masked={maskField(field)} full={formatLongDate(value)} />
}
