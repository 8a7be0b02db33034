import { DECIDING_SIDES, QUESTION_KINDS } from '@one-visit/shared/cross-province/rules'
import { isKnownDivision, isKnownPrefecture } from '@one-visit/shared/kernel/divisions'
import { z } from 'zod'
import { distinct, Division, Id, Phone, Sources, Text } from './pack-values'

/** Where a region of an agreement receives people of this county. */
const PartnerOffice = z.strictObject({
  name: Text,
  address: Text,
  phone: Phone,
  /** In words, local time. */
  hours: Text,
  /** What of this entry is made up, so that pages can say so. */
  sample: z.array(z.enum(['name', 'address', 'phone', 'hours'])).superRefine(distinct((part) => part)),
})

const Region = z.strictObject({
  id: Id,
  name: Text,
  province: Text,
  /** Of a county, or of a whole prefecture. */
  division: Division.refine((code) => isKnownDivision(code) || isKnownPrefecture(code), 'no division of GB/T 2260'),
  office: PartnerOffice,
  /** Which of the items below are done with it. */
  items: z.union([
    z.literal('all'),
    z
      .array(Id)
      .min(1)
      .superRefine(distinct((item) => item)),
  ]),
})

/** What words of an item may name: the county, the region, whichever of the two decides, and the other one. */
export const PLACES_IN_WORDS = ['county', 'region', 'deciding', 'other'] as const

/** Words of an item, with places such as `{region}` in them. */
const Words = Text.refine(
  (text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, name]) => PLACES_IN_WORDS.some((place) => place === name)),
  `places in braces are ${PLACES_IN_WORDS.join(', ')}`,
)

const Question = z
  .strictObject({
    id: Id,
    label: Words,
    /** Why it is asked, or where to find it; null: it speaks for itself. */
    hint: Words.nullable(),
    kind: z.enum(QUESTION_KINDS),
    required: z.boolean(),
    options: z.array(z.strictObject({ value: Id, label: Words })).superRefine(distinct((option) => option.value)),
  })
  .refine(({ kind, options }) => (kind === 'choice' ? options.length >= 2 : options.length === 0), {
    path: ['options'],
    error: 'two or more for a choice, none otherwise',
  })

const Form = z.strictObject({
  questions: z
    .array(Question)
    .min(1)
    .superRefine(distinct((question) => question.id)),
  /** What the person declares by sending it. */
  declaration: Words,
})

const CrossProvinceItem = z.strictObject({
  item: Id,
  /** How it goes, for each side that may decide. */
  steps: z.partialRecord(z.enum(DECIDING_SIDES), z.array(Words).min(1)).refine((steps) => Object.keys(steps).length > 0, {
    error: 'steps of one side at least',
  }),
  /** Where they are other than the item's. */
  promisedWorkingDays: z.int().min(0).max(365).nullable(),
  /** What an application online asks; exactly for the items that are done wholly online. */
  form: Form.nullable(),
  /** What of this entry is made up or only usual. */
  sample: z.array(z.enum(['steps', 'promisedWorkingDays', 'form'])).superRefine(distinct((part) => part)),
})

export const CrossProvinceFile = z.strictObject({
  sources: Sources,
  /** The item group whose windows in this county collect for the regions. */
  itemGroup: Id,
  regions: z.array(Region).superRefine(distinct((region) => region.id)),
  items: z.array(CrossProvinceItem).superRefine(distinct((entry) => entry.item)),
})

export type Region = z.output<typeof Region>
export type CrossProvinceItem = z.output<typeof CrossProvinceItem>
export type CrossProvinceForm = z.output<typeof Form>
