import { type FakeDepartment, ok, refused, textOf } from '../fake-department'
import { authorityOf } from '../licence-library/kinds'
import type { LicenceRegister } from '../licence-library/register'
import { PEOPLE } from '../people'
import { VOUCHERS } from './vouchers'

const ISSUED_BEFORE_MS = 800 * 86_400_000

/** Medical insurance: e-vouchers that were issued 800 days before the start and do not run out. */
export function fakeInsurance(licences: LicenceRegister, start: Date): FakeDepartment {
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path !== 'e-voucher/query') return null
      const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'certno'))
      const voucher = VOUCHERS.find((one) => one.person === person?.key)
      if (!person || !voucher) return refused(30404, 'no e-voucher')
      return ok({
        ec_cert_id: voucher.licenceId,
        psn_no: voucher.personNumber,
        psn_name: person.name,
        insuplc_admdvs_name: voucher.place,
        insutype: voucher.insurance,
        psn_insu_stas: '1',
        ec_stas: licences.state(voucher.licenceId) === '1' ? '1' : '0',
        ec_issu_time: start.getTime() - ISSUED_BEFORE_MS,
        ec_exp_time: null,
        issu_org_name: authorityOf('eVoucher'),
      })
    },
  }
}
