import { z } from 'zod'
import { Day, distinct, Division, Hours, Id, Phone, Sources, Text, Time } from './pack-values'

/** The holidays of the State Council's yearly notice, as residents say them. */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const

const ACCESSIBILITY_FEATURES = [
  'step_free_entrance',
  'lift',
  'accessible_toilet',
  'wheelchair_loan',
  'low_counter',
  'tactile_paving',
  'sign_language',
  'large_print',
] as const

export const CountyFile = z.strictObject({
  division: Division,
  name: Text,
  phone: Phone,
  phoneHours: Text,
  /** Said wherever sample data is shown; null when every entry is the county's own. */
  sampleNotice: Text.nullable(),
})

const Window = z
  .strictObject({
    itemGroup: Id,
    /** Windows open on an ordinary day. */
    open: z.int().min(0).max(99),
    /** More windows that staff may open. */
    spare: z.int().min(0).max(99),
  })
  .refine(({ open, spare }) => open + spare > 0, 'no window at all')

/** WGS 84, degrees. The limits are those of the country: latitude and longitude the wrong way round fall outside. */
const Location = z.strictObject({
  latitude: z.number().min(3).max(54),
  longitude: z.number().min(73).max(136),
  sample: z.boolean(),
})

const Office = z.strictObject({
  id: Id,
  kind: z.enum(['county_hall', 'township_centre']),
  name: Text,
  /** The division's nine digits (GB/T 10114) for a township, its six for the county hall. */
  division: z.string().regex(/^\d{6}(?:\d{3})?$/, 'six or nine digits'),
  address: Text,
  phone: Phone,
  /** Null: not known. */
  location: Location.nullable(),
  /** What of this entry is made up, so that pages can say so. */
  sample: z.array(z.enum(['address', 'location', 'phone', 'hours', 'windows', 'accessibility'])),
  /** Own hours on ordinary days; null: the county's. */
  hours: Hours.nullable(),
  /** Whether the office opens on Saturdays and holidays when the county does. */
  opensOnExtraDays: z.boolean(),
  accessibility: z.array(z.enum(ACCESSIBILITY_FEATURES)),
  windows: z
    .array(Window)
    .min(1)
    .superRefine(distinct((window) => window.itemGroup)),
})

export const OfficesFile = z.strictObject({
  sources: Sources,
  offices: z
    .array(Office)
    .min(1)
    .superRefine(distinct((office) => office.id))
    .refine((offices) => offices.filter(({ kind }) => kind === 'county_hall').length === 1, 'there must be one county hall'),
})

/** Who may have a vaccine, and when. `name` as the health department writes it in its records. */
const VaccineRule = z
  .strictObject({
    name: Text,
    /** Whole years on the day, both inclusive; null: no limit. */
    minAge: z.int().min(0).max(120).nullable(),
    maxAge: z.int().min(0).max(120).nullable(),
    doses: z.int().min(1).max(10),
    /** Between two doses of a series. */
    minIntervalDays: z.int().min(0).max(3650),
    /** Days after the last dose from which the series is given anew, as for a yearly vaccine; null: never. */
    repeatAfterDays: z.int().min(1).max(36_500).nullable(),
  })
  .refine(({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge, {
    path: ['maxAge'],
    error: 'is below minAge',
  })
  .refine(({ doses, minIntervalDays }) => doses === 1 || minIntervalDays > 0, {
    path: ['minIntervalDays'],
    error: 'a series of several doses needs days between them',
  })
  .refine(({ minIntervalDays, repeatAfterDays }) => repeatAfterDays === null || repeatAfterDays > minIntervalDays, {
    path: ['repeatAfterDays'],
    error: 'the series would begin anew before its next dose is due',
  })

const ItemGroup = z.strictObject({
  id: Id,
  name: Text,
  department: Text,
  bring: z.array(Text).min(1),
  slotMinutes: z.int().min(5).max(240),
  /** People whom one window serves in one slot. */
  peoplePerWindow: z.int().min(1).max(20),
  /** Working days from acceptance to result; 0: on the spot. */
  promisedWorkingDays: z.int().min(0).max(90),
  /** The items of the group that are done on Saturdays and holidays; none: the group rests then. */
  extraDayItems: z.array(Text),
  /** Null for what is no vaccination. */
  vaccine: VaccineRule.nullable(),
})

export const ItemGroupsFile = z.strictObject({
  sources: Sources,
  itemGroups: z
    .array(ItemGroup)
    .min(1)
    .superRefine(distinct((group) => group.id)),
})

/** Which days of a holiday are open, counted from 1 over the unbroken days off, and when. */
const HolidayRule = z.strictObject({
  holiday: z.enum(HOLIDAYS),
  openDays: z.array(z.int().min(1).max(15)).min(1),
  hours: Hours,
})

/** A day on which the county decides otherwise; `reason` is read by residents. */
const Override = z.discriminatedUnion('kind', [
  z.strictObject({ date: Day, kind: z.literal('closed'), reason: Text }),
  z.strictObject({ date: Day, kind: z.literal('open'), reason: Text, hours: Hours }),
  /** A full working day; `hours` where they differ from the county's. */
  z.strictObject({ date: Day, kind: z.literal('ordinary'), reason: Text, hours: Hours.nullable() }),
])

export const OpeningFile = z.strictObject({
  sources: Sources,
  ordinaryHours: Hours,
  /** Null where there is no Saturday service. */
  saturdayHours: Hours.nullable(),
  holidays: z.array(HolidayRule).superRefine(distinct((rule) => rule.holiday)),
  overrides: z.array(Override).superRefine(distinct((override) => override.date)),
})

export const BookingFile = z.strictObject({
  sources: Sources,
  /** Of each slot, kept for elderly people and proxy bookings. */
  elderQuotaPercent: z.int().min(0).max(100),
  /** When the newest bookable day appears each morning (Asia/Shanghai). */
  newDayOpensAt: Time,
})

export const ProxyFile = z.strictObject({
  sources: Sources,
  /** Working days from a request for help to the help, unless the person wishes for a later day; 0: the same day. */
  promisedWorkingDays: z.int().min(0).max(30),
})

export type VaccineRule = z.output<typeof VaccineRule>
