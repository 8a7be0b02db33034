import { z } from 'zod'
import { LicenceIdText } from '../department-licence'
import { tifReply } from '../tif'

/** Milliseconds since 1970 in which a four-digit year can be written. */
const EpochMs = z.int().min(0).max(253_402_271_999_999)

/**
 * Field names of the medical-insurance platform. `insutype`: 310 employees, 390 residents. `psn_insu_stas`: 1 insured, 2 paused,
 * 4 ended. `ec_stas`: 1 active, 0 cancelled. `ec_exp_time` null: it does not run out.
 */
const Voucher = z.object({
  ec_cert_id: LicenceIdText,
  psn_no: z.string().min(1).max(40),
  psn_name: z.string().min(1).max(60),
  insuplc_admdvs_name: z.string().min(1).max(100),
  insutype: z.enum(['310', '390']),
  psn_insu_stas: z.enum(['1', '2', '4']),
  ec_stas: z.enum(['0', '1']),
  ec_issu_time: EpochMs,
  ec_exp_time: EpochMs.nullable(),
  issu_org_name: z.string().min(1).max(100),
})
export const VoucherReply = tifReply(Voucher)

export type Voucher = z.output<typeof Voucher>
