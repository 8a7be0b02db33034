import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import { z } from 'zod'
import { tifReply } from '../tif'

/** `result`: 1 they belong together, 2 they do not, 3 the number is not in the register. */
export const RealNameReply = tifReply(z.object({ result: z.enum(['1', '2', '3']) }))

/** Police times are local (Asia/Shanghai), `YYYY-MM-DD HH:mm:ss`. */
const LocalTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)

const Application = z.object({
  applyNo: z.string().min(1).max(40),
  itemName: z.string().min(1).max(200),
  applicantName: z.string().min(1).max(60),
  unitName: z.string().min(1).max(100),
  stateName: z.string().min(1).max(40),
  supplement: z.string().max(1000).nullable(),
  pickupPlace: z.string().max(200).nullable(),
  promiseDate: z.iso.date().nullable(),
  queryToken: z.string().min(1).max(200),
  /** Oldest first. */
  steps: z
    .array(z.object({ time: LocalTime, stateName: z.string().min(1).max(40), remark: z.string().max(1000).nullable() }))
    .max(100),
})

export const ApplicationsReply = tifReply(z.object({ applications: z.array(Application).max(200) }))

/** Everybody in the household register in which the person stands; the one asked about too. */
export const HouseholdReply = tifReply(
  z.object({
    members: z.array(z.object({ idNumber: z.string().refine((text) => isResidentId(text), 'a resident ID') })).max(50),
  }),
)

export type Application = z.output<typeof Application>
