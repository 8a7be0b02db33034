import { z } from 'zod'
import { PackId } from '../appointments/schemas'
import { endpoints } from '../kernel/endpoints'
import { TypedText } from '../kernel/schemas'
import { CROSS_PROVINCE_WAYS, ITEM_LOOK_UPS, ITEM_WAYS } from './rules'

/** An item in a list. */
export const ItemSummaryDto = z.object({
  id: PackId,
  name: z.string(),
  /** What it is, in one sentence. */
  summary: z.string(),
  department: z.string(),
  /** Whether part of it is done from the phone. */
  online: z.boolean(),
  /** Whether it is done on Saturdays and holidays when the county opens. */
  extraDays: z.boolean(),
})

/** Everything about an item. `sample` names what of it is made up or only usual. */
export const ItemDto = ItemSummaryDto.omit({ online: true }).extend({
  aliases: z.array(z.string()),
  who: z.string(),
  audience: z.enum(['people', 'business']),
  /** The base code of the national catalogue; null where it is not known. */
  code: z.string().nullable(),
  /** `fetched`: the county looks it up itself, nobody needs to bring it. */
  documents: z.array(z.object({ name: z.string(), note: z.string().nullable(), fetched: z.boolean() })),
  /** Null: free. */
  fee: z.string().nullable(),
  /** Working days from acceptance to result; 0: on the spot. */
  promisedWorkingDays: z.number().int(),
  ways: z.array(z.enum(ITEM_WAYS)),
  steps: z.array(z.string()),
  /** What to book for it; null: not booked. */
  itemGroup: PackId.nullable(),
  /** The offices that do it; empty where it is done elsewhere, see `place`. */
  offices: z.array(PackId),
  /** Where it is done when not in the offices, in words. */
  place: z.string().nullable(),
  lookUp: z.enum(ITEM_LOOK_UPS).nullable(),
  /** How it is done from the phone, in one sentence. */
  online: z.string().nullable(),
  zones: z.array(PackId),
  lifeEvent: z.string().nullable(),
  crossProvince: z.enum(CROSS_PROVINCE_WAYS).nullable(),
  sample: z.array(z.string()),
})

/** Items that were looked for, best first. */
export const ItemSearchDto = z.object({ items: z.array(ItemSummaryDto) })

/** All items, those asked for most often first. */
export const ItemListDto = z.object({ items: z.array(ItemSummaryDto) })

/** The departments that items belong to, those with the most items first. */
export const ItemDepartmentsDto = z.object({ items: z.array(z.object({ department: z.string(), count: z.number().int() })) })

/** What the app keeps so that it finds the items asked for most often without a network. */
export const OftenUsedDto = z.object({
  items: z.array(
    ItemSummaryDto.extend({
      often: z.number().int(),
      /** By which words it is found; `syllables`: the pinyin of each character, without tones, with blanks between. */
      terms: z.array(z.object({ text: z.string(), syllables: z.string(), weight: z.number() })),
    }),
  ),
})

export const ZoneDto = z.object({
  id: PackId,
  name: z.string(),
  /** What can be done here, in one sentence. */
  summary: z.string(),
  items: z.array(ItemSummaryDto),
  /** What this app only points to. */
  elsewhere: z.array(z.object({ name: z.string(), says: z.string() })),
})
export const ZoneListDto = z.object({ items: z.array(ZoneDto.pick({ id: true, name: true, summary: true })) })

export const catalogueEndpoints = endpoints({
  'GET /v1/item-search': {
    summary: 'The items that fit what somebody typed: characters, pinyin, initials or a mix, best first',
    access: 'public',
    query: z.object({ q: TypedText.min(1, '请输入要找的事').max(200, '太长了，请说短一点') }),
    reply: ItemSearchDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/items': {
    summary: 'All items of a department, or of the county',
    access: 'public',
    query: z.object({ department: TypedText.min(1).max(40).optional() }),
    reply: ItemListDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/item-departments': {
    summary: 'The departments that items belong to, and how many each has',
    access: 'public',
    reply: ItemDepartmentsDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/items/:id': {
    summary: 'An item: what it is, who can have it, what to bring, how long, how much, where and how',
    access: 'public',
    params: z.object({ id: PackId }),
    reply: ItemDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/often-used-items': {
    summary: 'The items asked for most often, with the words they are found by',
    access: 'public',
    reply: OftenUsedDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/zones': {
    summary: 'The zones: what belongs together for one kind of life',
    access: 'public',
    reply: ZoneListDto,
    limit: 'read',
    pii: 'none',
  },
  'GET /v1/zones/:id': {
    summary: 'A zone: its items, and what is done elsewhere',
    access: 'public',
    params: z.object({ id: PackId }),
    reply: ZoneDto,
    limit: 'read',
    pii: 'none',
  },
})

export type ItemSummaryDto = z.infer<typeof ItemSummaryDto>
export type ItemDto = z.infer<typeof ItemDto>
export type ItemSearchDto = z.infer<typeof ItemSearchDto>
export type ItemListDto = z.infer<typeof ItemListDto>
export type ItemDepartmentsDto = z.infer<typeof ItemDepartmentsDto>
export type OftenUsedDto = z.infer<typeof OftenUsedDto>
export type ZoneDto = z.infer<typeof ZoneDto>
export type ZoneListDto = z.infer<typeof ZoneListDto>
