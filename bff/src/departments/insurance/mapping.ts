import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentLicence, licenceFields } from '../department-licence'
import type { Voucher } from './reply'

const TYPES = { '310': '职工基本医疗保险', '390': '城乡居民基本医疗保险' } as const
const STATES = { '1': '正常参保', '2': '暂停参保', '4': '终止参保' } as const

export function mapVoucher(voucher: Voucher): DepartmentLicence {
  const validUntil = voucher.ec_exp_time === null ? null : localDateAt(voucher.ec_exp_time)
  return {
    licenceId: voucher.ec_cert_id,
    type: 'medical_insurance',
    holder: sensitive(voucher.psn_name),
    issuer: voucher.issu_org_name,
    issuedOn: localDateAt(voucher.ec_issu_time),
    validUntil,
    state: voucher.ec_stas === '1' ? 'valid' : 'cancelled',
    fields: licenceFields('medical_insurance', {
      name: voucher.psn_name,
      number: voucher.psn_no,
      insuredAt: voucher.insuplc_admdvs_name,
      insuranceType: TYPES[voucher.insutype],
      state: STATES[voucher.psn_insu_stas],
      validUntil,
    }),
  }
}
