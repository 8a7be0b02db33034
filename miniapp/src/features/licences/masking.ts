import type { LicenceDto, WalletDto } from '@one-visit/shared/licences/contract'
import { maskName, maskResidentId } from '@one-visit/shared/identity/rules'
import { isLocalDate } from '@one-visit/shared/kernel/local-date'

type LicenceField = LicenceDto['fields'][number]

/** Days keep their year, numbers and addresses both ends; what is shorter keeps its first and last letter. */
function maskValue(value: string): string {
  if (isLocalDate(value)) return `${value.slice(0, 4)}年**月**日`
  return value.length < 10 ? maskName(value) : maskResidentId(value)
}

/** A value of which only a masked copy is on this phone; no licence has a star in it. */
export const isMasked = (value: string): boolean => value.includes('*')

export const maskField = ({ value }: LicenceField): string => (isMasked(value) ? value : maskValue(value))

export const maskHolder = ({ holder }: LicenceDto): string => (isMasked(holder) ? holder : maskName(holder))

/** Fields that hold somebody's name. */
const NAMES: readonly string[] = ['name', 'nameLatin', 'head', 'operator']

/** What of a licence may stay on the phone: enough to recognise it, nothing that is masked on the screen. */
export function licenceToKeep(licence: LicenceDto): LicenceDto {
  const fields = licence.fields.map((field) =>
    field.sensitive || NAMES.includes(field.key) ? { ...field, value: maskField(field) } : field,
  )
  return { ...licence, holder: maskHolder(licence), fields }
}

export const walletToKeep = (wallet: WalletDto): WalletDto => ({ ...wallet, items: wallet.items.map(licenceToKeep) })
