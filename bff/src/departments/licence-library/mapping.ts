import type { LicenceType } from '@one-visit/shared/licences/rules'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import type { Logger } from '../../platform/logger'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentLicence, licenceFields, type LicenceState } from '../department-licence'
import { isOver18 } from './over-18'
import { type Certificate, type CertificateState, WITHOUT_END } from './reply'
import { HOLDERS_NUMBER, DAY_ITEMS, ITEMS, TYPE_NAMES } from './tables'

/** Null, and a line in the log, for a kind of licence that is not in our table. */
export function mapCertificate(row: Certificate, now: Date, log: Pick<Logger, 'warn'>): DepartmentLicence | null {
  const type = Object.hasOwn(TYPE_NAMES, row.certificateTypeName) ? TYPE_NAMES[row.certificateTypeName] : undefined
  if (!type) {
    log.warn(
      { certificateTypeName: row.certificateTypeName },
      'the licence library has a kind of licence that is not in its table',
    )
    return null
  }
  const validUntil = row.validDateEnd === WITHOUT_END ? null : dayOf(row.validDateEnd)
  return {
    licenceId: row.certificateIdentifier,
    type,
    holder: sensitive(row.certificateHolder),
    issuer: row.issueAuthority,
    issuedOn: dayOf(row.issueDate),
    validUntil,
    state: row.certificateStatus === '1' ? 'valid' : 'cancelled',
    fields: licenceFields(type, {
      ...valuesOf(type, row, now),
      validUntil: validUntil ?? WITHOUT_END,
      authority: row.issueAuthority,
    }),
  }
}

/** True for a licence with another person's number on it: the library has mixed up its answers. */
export function isAnothers({ certificateTypeName: type, surfaces }: Certificate, residentId: string): boolean {
  const own = Object.hasOwn(HOLDERS_NUMBER, type) ? HOLDERS_NUMBER[type] : undefined
  return surfaces.some(({ item, text }) => item === own && text.toUpperCase() !== residentId)
}

/** Null when an id that was asked for has no answer. */
export function mapStates(
  states: readonly CertificateState[],
  asked: readonly string[],
): ReadonlyMap<string, LicenceState> | null {
  const said = new Map(states.map(({ certificateIdentifier, status }) => [certificateIdentifier, status]))
  if (asked.some((licenceId) => !said.has(licenceId))) return null
  return new Map(asked.map((licenceId) => [licenceId, said.get(licenceId) === '1' ? 'valid' : 'cancelled']))
}

const dayOf = (text: string): LocalDate => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as LocalDate

function valuesOf(type: LicenceType, { surfaces }: Certificate, now: Date): Record<string, string> {
  const items: Readonly<Record<string, string>> = ITEMS[type]
  const values: Record<string, string> = {}
  for (const { item, text } of surfaces) {
    const key = Object.hasOwn(items, item) ? items[item] : undefined
    if (key !== undefined) values[key] = DAY_ITEMS.has(item) ? readableDay(text) : text
  }
  const born = values['birthDate']
  if (type === 'id_card' && born !== undefined && isOver18(born, now)) values['over18'] = '是'
  return values
}

/** Days of the library in our form; what is none stays as it is printed. */
const readableDay = (text: string): string => (/^\d{8}$/.test(text) ? dayOf(text) : text)
