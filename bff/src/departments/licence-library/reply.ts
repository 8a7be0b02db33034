import { isLocalDate } from '@one-visit/shared/kernel/local-date'
import { z } from 'zod'
import { LicenceIdText } from '../department-licence'
import { tifReply } from '../tif'

const isDay = (text: string): boolean => isLocalDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)

/** The library writes days as `YYYYMMDD`. */
export const LibraryDay = z
  .string()
  .regex(/^\d{8}$/)
  .refine(isDay, 'a day that exists')

/** What stands for a licence that does not run out. */
export const WITHOUT_END = '长期'

/** `surfaces`: what is printed on it, by the library's item codes. `certificateStatus`: 1 in force, 2 cancelled, 3 replaced. */
const Certificate = z.object({
  certificateIdentifier: LicenceIdText,
  certificateTypeName: z.string().min(1).max(60),
  certificateHolder: z.string().min(1).max(100),
  issueAuthority: z.string().min(1).max(100),
  issueDate: LibraryDay,
  validDateEnd: z.union([LibraryDay, z.literal(WITHOUT_END)]),
  certificateStatus: z.enum(['1', '2', '3']),
  surfaces: z.array(z.object({ item: z.string().regex(/^[A-Z]{2,10}$/), text: z.string().max(1000) })).max(60),
})

export const CertificatesReply = tifReply(z.object({ rows: z.array(Certificate).max(200) }))
export const CertificateReply = tifReply(z.object({ row: Certificate }))

/** 1 in force, 2 cancelled, 3 replaced, 9 not known here. */
const CertificateState = z.object({ certificateIdentifier: LicenceIdText, status: z.enum(['1', '2', '3', '9']) })
export const StatesReply = tifReply(z.object({ states: z.array(CertificateState).max(200) }))

export type Certificate = z.output<typeof Certificate>
export type CertificateState = z.output<typeof CertificateState>
