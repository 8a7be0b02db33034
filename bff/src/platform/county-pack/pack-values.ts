import { isLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { z } from 'zod'

export const Text = z.string().trim().min(1)
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens')
export const Phone = z.string().regex(/^[\d-]{3,20}$/, 'digits and hyphens')
export const Division = z.string().regex(/^\d{6}$/, 'six digits (GB/T 2260)')
export const Day = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'a day that exists, as YYYY-MM-DD',
)

/** Where what stands in the file comes from; sample entries are named here in words, too. */
export const Sources = z.array(Text).min(1)

/** One value once; says which one came twice. */
export const distinct =
  <T>(valueOf: (entry: T) => string) =>
  (entries: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>()
    entries.forEach((entry, index) => {
      const value = valueOf(entry)
      if (seen.has(value)) context.addIssue({ code: 'custom', path: [index], message: `${value} stands here twice` })
      seen.add(value)
    })
  }

export const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM')

const TimeSpan = z.strictObject({ from: Time, to: Time }).refine(({ from, to }) => from < to, 'ends before it begins')

/** Local times of one day (Asia/Shanghai), in order. */
export const Hours = z
  .array(TimeSpan)
  .min(1)
  .refine((spans) => spans.every((span, index) => index === 0 || (spans[index - 1]?.to ?? '') <= span.from), 'spans overlap')

export type TimeSpan = z.output<typeof TimeSpan>
