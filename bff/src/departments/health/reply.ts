import { isLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { z } from 'zod'
import { tifReply } from '../tif'

const Day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'a day that exists')

const VaccinationRecord = z.object({
  vaccineName: z.string().min(1).max(100),
  /** 1 for the first of a series. */
  doseNumber: z.int().min(1).max(20),
  inoculateDate: Day,
  unitName: z.string().min(1).max(100),
})

export const VaccinationsReply = tifReply(z.object({ records: z.array(VaccinationRecord).max(300) }))

export type VaccinationRecord = z.output<typeof VaccinationRecord>
