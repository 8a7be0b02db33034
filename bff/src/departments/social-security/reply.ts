import { z } from 'zod'
import { tifReply } from '../tif'

/**
 * Names of the social-security core system: `aae003` month as YYYYMM, `aae140` kind of insurance, `aae180` monthly base in yuan,
 * `aae078` 1 when it has arrived. `months`: paid months of old-age insurance in all.
 */
const Detail = z.object({
  aae003: z.string().regex(/^\d{4}(0[1-9]|1[0-2])$/),
  aae140: z.string().regex(/^\d{3}$/),
  aae180: z.number().min(0).max(10_000_000),
  aae078: z.enum(['0', '1']),
})

const ContributionsData = z.object({ months: z.int().min(0).max(1200), details: z.array(Detail).max(1200) })
export const ContributionsReply = tifReply(ContributionsData)

export type ContributionsData = z.output<typeof ContributionsData>
