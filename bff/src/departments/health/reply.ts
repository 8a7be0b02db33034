import { isLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { z } from 'zod'
import { LicenceIdText } from '../department-licence'
import { tifReply } from '../tif'

const Day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'a day that exists')
/** `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai. */
const LocalTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
  .refine((text) => isLocalDate(text.slice(0, 10)), 'a day that exists')

const VaccinationRecord = z.object({
  vaccineName: z.string().min(1).max(100),
  /** 1 for the first of a series. */
  doseNumber: z.int().min(1).max(20),
  inoculateDate: Day,
  unitName: z.string().min(1).max(100),
})

export const VaccinationsReply = tifReply(z.object({ records: z.array(VaccinationRecord).max(300) }))

/** `qrColor`: G green, Y yellow, R red. `colorEndTime`: when the colour ends by itself. */
const HealthCodeData = z.object({
  qrColor: z.enum(['G', 'Y', 'R']),
  colorCause: z.string().min(1).max(300),
  colorEndTime: LocalTime.nullable(),
})
export const HealthCodeReply = tifReply(HealthCodeData)

/** `resultFlag`: 0 pending, 1 negative, 2 positive. */
const Sample = z.object({ sampleTime: LocalTime, checkUnit: z.string().min(1).max(100), resultFlag: z.enum(['0', '1', '2']) })
export const TestsReply = tifReply(z.object({ samples: z.array(Sample).max(300) }))

/** Certificates of birth. `babySex`: 1 male, 2 female. `voidFlag`: 1 when it has been cancelled. */
const BirthCertificate = z.object({
  eCertId: LicenceIdText,
  certNo: z.string().regex(/^[A-Z]\d{9}$/),
  babyName: z.string().min(1).max(60),
  babySex: z.enum(['1', '2']),
  birthTime: LocalTime,
  birthPlace: z.string().min(1).max(200),
  facility: z.string().min(1).max(100),
  motherName: z.string().max(60).nullable(),
  fatherName: z.string().max(60).nullable(),
  issueDate: Day,
  issueUnit: z.string().min(1).max(100),
  voidFlag: z.enum(['0', '1']),
})
export const BirthCertificatesReply = tifReply(z.object({ certificates: z.array(BirthCertificate).max(50) }))

type DataOf<S extends z.ZodType<{ data: unknown }>> = NonNullable<z.output<S>['data']>
export type VaccinationsData = DataOf<typeof VaccinationsReply>
export type TestsData = DataOf<typeof TestsReply>
export type HealthCodeData = z.output<typeof HealthCodeData>
export type BirthCertificateRecord = z.output<typeof BirthCertificate>
