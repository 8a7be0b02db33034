import { z } from 'zod'
import { PackId } from '../appointments/schemas'
import { CROSS_PROVINCE_WAYS } from '../catalogue/rules'
import { endpoints } from '../kernel/endpoints'
import { IdParam, InstantDto, TypedText } from '../kernel/schemas'
import { ANSWER_LENGTH, APPLICATION_STATES, DECIDING_SIDES, QUESTION_KINDS } from './rules'

/** A region that this county has an agreement with. */
export const RegionSummaryDto = z.object({
  id: PackId,
  name: z.string(),
  province: z.string(),
  /** How many items are done across the two. */
  items: z.number().int(),
})
export const RegionListDto = z.object({ items: z.array(RegionSummaryDto) })

/** Where the region receives people of this county. `sample` names what of it is made up. */
export const PartnerOfficeDto = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  /** In words, local time. */
  hours: z.string(),
  sample: z.array(z.string()),
})

const RegionItemDto = z.object({
  id: PackId,
  name: z.string(),
  summary: z.string(),
  department: z.string(),
  way: z.enum(CROSS_PROVINCE_WAYS),
  /** Which sides may decide; never empty. */
  sides: z.array(z.enum(DECIDING_SIDES)),
})

/** A region, its office, and what is done across the two, fully online first. */
export const RegionDto = RegionSummaryDto.extend({ office: PartnerOfficeDto, items: z.array(RegionItemDto) })

const QuestionDto = z.object({
  id: PackId,
  label: z.string(),
  /** Why it is asked, or where to find it; null: it speaks for itself. */
  hint: z.string().nullable(),
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
  /** Of a choice; empty otherwise. */
  options: z.array(z.object({ value: PackId, label: z.string() })),
})

/** How an item is done with a region, for the side that decides. */
export const CrossProvinceItemDto = z.object({
  item: z.object({ id: PackId, name: z.string(), summary: z.string(), department: z.string() }),
  region: RegionSummaryDto.omit({ items: true }),
  office: PartnerOfficeDto,
  side: z.enum(DECIDING_SIDES),
  way: z.enum(CROSS_PROVINCE_WAYS),
  /** How it goes from here, step by step, for this side. */
  steps: z.array(z.string()).min(1),
  documents: z.array(z.object({ name: z.string(), note: z.string().nullable(), fetched: z.boolean() })),
  /** Working days from acceptance to result, of the department that decides. */
  promisedWorkingDays: z.number().int(),
  /** The group of the special window to book in this county; null: the window is in the region. */
  itemGroup: PackId.nullable(),
  /** What the application asks; null: not applied for online. */
  form: z
    .object({
      questions: z.array(QuestionDto),
      /** What the person declares by sending it. */
      declaration: z.string(),
    })
    .nullable(),
  sample: z.array(z.string()),
})

/** `answers` by the id of the question: a text, the value of a choice, or a day `YYYY-MM-DD`. */
export const ApplyAcrossRegionsInput = z.object({
  item: PackId,
  region: PackId,
  side: z.enum(DECIDING_SIDES),
  answers: z.record(PackId, TypedText.max(ANSWER_LENGTH, `最多 ${ANSWER_LENGTH} 个字`)),
  declared: z.literal(true, '请先看完并同意承诺'),
})

/** An application online. Names are those of the day it was sent. */
export const ApplicationDto = z.object({
  id: z.uuid(),
  item: z.object({ id: PackId, name: z.string() }),
  region: z.object({ id: PackId, name: z.string() }),
  side: z.enum(DECIDING_SIDES),
  state: z.enum(APPLICATION_STATES),
  /** The case at the department; null before it is opened. */
  caseNumber: z.string().nullable(),
  /** Opens the case together with its number; null before, and under a mandate. */
  queryPassword: z.string().nullable(),
  /** The department that decides, as it calls itself; null before the case is opened. */
  acceptedBy: z.string().nullable(),
  promisedBy: z.iso.date().nullable(),
  /** Why the department did not take it, in its words; null otherwise. */
  refusal: z.string().nullable(),
  /** The office of the region, for questions. */
  office: PartnerOfficeDto.nullable(),
  createdAt: InstantDto,
})
export const ApplicationListDto = z.object({ items: z.array(ApplicationDto) })

const RegionParam = z.object({ region: PackId })

export const crossProvinceEndpoints = endpoints({
  'GET /v1/regions': {
    summary:
      'The regions that things are done across, with how many items each; those where one item is done, for the side that decides',
    access: 'public',
    query: z.object({ item: PackId.optional(), side: z.enum(DECIDING_SIDES).optional() }),
    reply: RegionListDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/regions/:region': {
    summary: 'A region: its office, the items done across the two, and how each works',
    access: 'public',
    params: RegionParam,
    reply: RegionDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/regions/:region/items/:item': {
    summary: 'How an item is done with a region: steps, documents, the window, or what an application online asks',
    access: 'public',
    params: RegionParam.extend({ item: PackId }),
    query: z.object({ side: z.enum(DECIDING_SIDES) }),
    reply: CrossProvinceItemDto,
    limit: 'read',
    pii: 'none',
  },
  'POST /v1/cross-province-applications': {
    summary: 'Apply online: opens a case at the department; when it does not answer, the application is kept and sent again',
    access: 'resident',
    onBehalf: 'apply_across_regions',
    assurance: 2,
    body: ApplyAcrossRegionsInput,
    reply: ApplicationDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'applied_across_regions',
    pii: 'personal',
    problems: ['already_applied', 'not_found'],
  },
  'GET /v1/cross-province-applications': {
    summary: 'My applications across regions, newest first',
    access: 'resident',
    onBehalf: 'apply_across_regions',
    reply: ApplicationListDto,
    limit: 'read',
    pii: 'personal',
  },
  'GET /v1/cross-province-applications/:id': {
    summary: 'An application of mine across regions',
    access: 'resident',
    onBehalf: 'apply_across_regions',
    params: IdParam,
    reply: ApplicationDto,
    limit: 'read',
    pii: 'personal',
  },
})

export type RegionSummaryDto = z.infer<typeof RegionSummaryDto>
export type RegionListDto = z.infer<typeof RegionListDto>
export type RegionDto = z.infer<typeof RegionDto>
export type PartnerOfficeDto = z.infer<typeof PartnerOfficeDto>
export type CrossProvinceItemDto = z.infer<typeof CrossProvinceItemDto>
export type ApplyAcrossRegionsInput = z.input<typeof ApplyAcrossRegionsInput>
export type ApplicationDto = z.infer<typeof ApplicationDto>
export type ApplicationListDto = z.infer<typeof ApplicationListDto>
