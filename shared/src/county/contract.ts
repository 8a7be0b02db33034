import { z } from 'zod'
import { LocationDto, LocalTimeDto, PackId } from '../appointments/schemas'
import { endpoints } from '../kernel/endpoints'

/** The county this installation serves, from its county pack. */
export const CountyDto = z.object({
  division: z.string(),
  name: z.string(),
  /** The telephone number shown on every page. */
  phone: z.string(),
  phoneHours: z.string(),
  /** Where any of this is sample data, it says so here. */
  sampleNotice: z.string().nullable(),
})

const TimeSpanDto = z.object({ from: LocalTimeDto, to: LocalTimeDto })

/** Machines at an office that are there when its windows are closed. `sample` names what of it is made up. */
export const SelfServiceAreaDto = z.object({
  /** Where in the building, or by which door, in words. */
  where: z.string(),
  /** Null: day and night. */
  hours: z.array(TimeSpanDto).nullable(),
  machines: z.array(
    z.object({
      name: z.string(),
      /** What it does, in everyday words. */
      does: z.array(z.string()),
      /** What to bring to it; empty: nothing at all. */
      needs: z.array(z.string()),
    }),
  ),
  sample: z.array(z.string()),
})

/** Where things are done. Hours are local (Asia/Shanghai). `sample` names what of the entry is made up. */
export const OfficeDto = z.object({
  id: PackId,
  kind: z.enum(['county_hall', 'township_centre']),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  location: LocationDto.nullable(),
  ordinaryHours: z.array(TimeSpanDto),
  /** Whether it opens on Saturdays and holidays when the county does. */
  opensOnExtraDays: z.boolean(),
  accessibility: z.array(
    z.enum([
      'step_free_entrance',
      'lift',
      'accessible_toilet',
      'wheelchair_loan',
      'low_counter',
      'tactile_paving',
      'sign_language',
      'large_print',
    ]),
  ),
  /** Null: it has no machines. */
  selfService: SelfServiceAreaDto.nullable(),
  itemGroups: z.array(PackId),
  sample: z.array(z.string()),
})
export const OfficeListDto = z.object({ items: z.array(OfficeDto) })

/** What is booked together at the same windows. `vaccine`: has a rule of its own, checked with the health department. */
export const ItemGroupDto = z.object({
  id: PackId,
  name: z.string(),
  department: z.string(),
  bring: z.array(z.string()),
  promisedWorkingDays: z.number().int(),
  /** What of it is done on Saturdays and holidays; empty: it rests then. */
  extraDayItems: z.array(z.string()),
  vaccine: z
    .object({
      name: z.string(),
      /** Whole years, both inclusive; null: no limit. */
      minAge: z.number().int().nullable(),
      maxAge: z.number().int().nullable(),
      doses: z.number().int(),
      /** Between two doses. */
      minIntervalDays: z.number().int(),
    })
    .nullable(),
})
export const ItemGroupListDto = z.object({
  items: z.array(ItemGroupDto),
  /** 周六也能办: when the county opens beside ordinary days, in a sentence for residents; null when it does not. */
  extraDays: z.string().nullable(),
})

export const countyEndpoints = endpoints({
  'GET /v1/county': {
    summary: 'The county: name, division code, telephone',
    access: 'public',
    reply: CountyDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/offices': {
    summary: 'The offices: where they are, when they open, what is done there, how accessible they are',
    access: 'public',
    reply: OfficeListDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/item-groups': {
    summary: 'What can be booked',
    access: 'public',
    reply: ItemGroupListDto,
    limit: 'read',
    pii: 'none',
  },
})

export type CountyDto = z.infer<typeof CountyDto>
export type SelfServiceAreaDto = z.infer<typeof SelfServiceAreaDto>
export type OfficeDto = z.infer<typeof OfficeDto>
export type OfficeListDto = z.infer<typeof OfficeListDto>
export type ItemGroupDto = z.infer<typeof ItemGroupDto>
export type ItemGroupListDto = z.infer<typeof ItemGroupListDto>
