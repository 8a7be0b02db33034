import { daysBetween, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { EXPIRING_DAYS } from '@one-visit/shared/licences/rules'
import type { DepartmentLicence } from '../../departments/department-licence'

/** `today` is local (Asia/Shanghai); a licence holds through its last day. */
export function licenceStateOn(
  { state, validUntil }: Pick<DepartmentLicence, 'state' | 'validUntil'>,
  today: LocalDate,
): LicenceDto['state'] {
  if (state === 'cancelled') return 'revoked'
  if (validUntil === null) return 'valid'
  const left = daysBetween(today, validUntil)
  if (left < 0) return 'expired'
  return left <= EXPIRING_DAYS ? 'expiring' : 'valid'
}
