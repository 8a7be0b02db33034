import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import type { DepartmentLicence } from '../../departments/department-licence'
import type { Fetched } from '../../departments/gateway'
import type { LicenceDeps } from './deps'
import { licenceRefOf } from './licence-keys'
import { licenceStateOn } from './licence-state'

/** What needs doing first: what ends soon, what has ended; what was cancelled comes last. */
const RANKS: Readonly<Record<LicenceDto['state'], number>> = { expiring: 0, expired: 1, valid: 2, revoked: 3 }

export function presentLicence(
  { crypto, clock }: Pick<LicenceDeps, 'crypto' | 'clock'>,
  accountId: string,
  { value, asOf, stale }: Fetched<DepartmentLicence>,
): LicenceDto {
  return {
    id: licenceRefOf(crypto, accountId, value.licenceId),
    licenceId: value.licenceId,
    type: value.type,
    holder: value.holder.reveal(),
    issuer: value.issuer,
    issuedOn: value.issuedOn,
    validUntil: value.validUntil,
    state: licenceStateOn(value, localDateAt(clock.now())),
    fields: value.fields.map((field) => ({ ...field, value: field.value.reveal() })),
    asOf: asOf.toISOString(),
    stale,
  }
}

/** The order of the wallet: by what needs doing, then by the day it ends, then by kind, the newest first. */
export function compareLicences(a: LicenceDto, b: LicenceDto): number {
  return (
    RANKS[a.state] - RANKS[b.state] ||
    (a.state === 'expiring' ? (a.validUntil ?? '').localeCompare(b.validUntil ?? '') : 0) ||
    LICENCE_TYPES.indexOf(a.type) - LICENCE_TYPES.indexOf(b.type) ||
    b.issuedOn.localeCompare(a.issuedOn)
  )
}
