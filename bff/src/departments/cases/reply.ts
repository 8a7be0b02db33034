import { z } from 'zod'
import { sensitive } from '../../platform/sensitive'
import { tifReply } from '../tif'

/** Instants with their offset, for instance 2026-11-20T09:30:00+08:00. */
const Instant = z.iso.datetime({ offset: true })

const Case = z.object({
  caseNumber: z.string().min(1).max(40),
  itemName: z.string().min(1).max(200),
  departmentName: z.string().min(1).max(100),
  applicant: z.string().min(1).max(60),
  status: z.string().min(1).max(40),
  correction: z.string().max(1000).nullable(),
  deliveryPlace: z.string().max(200).nullable(),
  promisedDate: z.iso.date().nullable(),
  queryToken: z.string().min(1).max(200),
  /** Oldest first. */
  history: z
    .array(z.object({ time: Instant, status: z.string().min(1).max(40), opinion: z.string().max(1000).nullable() }))
    .max(100),
})

export const CaseReply = tifReply(z.object({ case: Case }))
export const CasesReply = tifReply(z.object({ cases: z.array(Case).max(200) }))

/** What came of an application: a case, or why there is none. */
export const OpenCaseReply = tifReply(
  z.discriminatedUnion('result', [
    z.object({
      result: z.literal('opened'),
      caseNumber: z.string().min(1).max(40),
      queryPassword: z.string().min(1).max(40).transform(sensitive),
      departmentName: z.string().min(1).max(100),
      promisedDate: z.iso.date().nullable(),
    }),
    z.object({ result: z.literal('not_accepted'), reason: z.string().min(1).max(500) }),
  ]),
)

export type CaseRecord = z.output<typeof Case>
