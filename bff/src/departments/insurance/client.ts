import type { DepartmentLicence } from '../department-licence'
import type { DepartmentPerson } from '../department-person'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapVoucher } from './mapping'
import { VoucherReply } from './reply'

/** Medical insurance. Every call throws the department problems. */
export interface InsuranceClient {
  /**
   * The person's medical-insurance e-voucher (type `medical_insurance`); null when the person is not insured or has none. The
   * last copy of up to 7 days when the department cannot be asked.
   */
  eVoucher(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<DepartmentLicence | null>>
}

/** The department's number for somebody without an e-voucher. */
const NO_VOUCHER = 30404

export function createInsuranceClient({ gateway }: { readonly gateway: Gateway }): InsuranceClient {
  return {
    async eVoucher({ residentId, owner }, signal) {
      const fetched = await gateway.call({
        department: 'insurance',
        operation: 'eVoucher',
        method: 'POST',
        path: 'e-voucher/query',
        body: { certno: residentId.reveal() },
        schema: VoucherReply,
        refusal: refuseUnknown('insurance', [NO_VOUCHER]),
        cacheKey: { owner, question: 'e-voucher' },
        signal,
      })
      const { data } = fetched.value
      return { ...fetched, value: data ? mapVoucher(data) : null }
    },
  }
}
