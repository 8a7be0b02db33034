import { LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import type { DepartmentLicence } from '../../bff/src/departments/department-licence'
import { mapBirthCertificate } from '../../bff/src/departments/health/mapping'
import type { BirthCertificateRecord } from '../../bff/src/departments/health/reply'
import { mapVoucher } from '../../bff/src/departments/insurance/mapping'
import type { Voucher } from '../../bff/src/departments/insurance/reply'
import { mapCertificate } from '../../bff/src/departments/licence-library/mapping'
import type { Certificate } from '../../bff/src/departments/licence-library/reply'
import { compareLicences, presentLicence } from '../../bff/src/features/licences/licence-presenter'
import { bareCopies } from './bare-copies'
import type { BareDeps, PersonRow } from './bare-people'

const NO_LOG = { warn: () => undefined }

interface Library {
  readonly data: { readonly rows: readonly Certificate[] }
}
interface Births {
  readonly data: { readonly certificates: readonly BirthCertificateRecord[] }
}

/** The wallet from three fresh copies: read, opened, mapped and put in order; nothing is checked again. */
export function bareWallet(deps: BareDeps): (row: PersonRow) => unknown {
  const copies = bareCopies(deps)
  const copyOf = (owner: string, question: string): { reply: unknown; asOf: Date } => {
    const copy = copies.find(copies.keyOf(owner, question))
    if (!copy) throw new Error('no copy')
    return { reply: JSON.parse(copy.text), asOf: copy.asOf }
  }
  return (row) => {
    const owner = row.residentIdIndex ?? ''
    const now = deps.clock.now()
    const library = copyOf(owner, 'licence_library/licencesOf/licences')
    const voucher = copyOf(owner, 'insurance/eVoucher/e-voucher')
    const births = copyOf(owner, 'health/birthCertificates/birthCertificates')
    const found = new Map<string, { value: DepartmentLicence; asOf: Date; stale: boolean }>()
    const add = (value: DepartmentLicence | null, asOf: Date): void => {
      if (value && !found.has(value.licenceId)) found.set(value.licenceId, { value, asOf, stale: false })
    }
    for (const one of (library.reply as Library).data.rows) add(mapCertificate(one, now, NO_LOG), library.asOf)
    const { data } = voucher.reply as { data?: Voucher }
    add(data ? mapVoucher(data) : null, voucher.asOf)
    for (const one of (births.reply as Births).data.certificates) add(mapBirthCertificate(one), births.asOf)
    const had = new Set([...found.values()].map(({ value }) => value.type))
    return {
      items: [...found.values()].map((one) => presentLicence(deps, row.id, one)).sort(compareLicences),
      missing: LICENCE_TYPES.filter((type) => !had.has(type)).map((type) => ({
        ...{ type, reason: '没有办过，或者还没有电子证照。', unavailable: false },
      })),
    }
  }
}
