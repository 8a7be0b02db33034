import { CROSS_PROVINCE_WAYS, ITEM_LOOK_UPS, ITEM_WAYS } from '@one-visit/shared/catalogue/rules'
import { z } from 'zod'
import { distinct, Id, Sources, Text } from './pack-values'

const Document = z.strictObject({
  name: Text,
  /** Original or copy, how many, where to get it; null: nothing to add. */
  note: Text.nullable(),
  /** The county looks it up itself, so that nobody needs to bring it. */
  fetched: z.boolean(),
})

/** What of an entry is made up or only usual, so that pages can say so. */
const SAMPLE = ['documents', 'fee', 'promisedWorkingDays', 'steps', 'who', 'code', 'places', 'online'] as const

/** Whether `places` means offices of the pack; otherwise it says in words where else it is done. */
export const isInOffices = ({ places }: { readonly places: string }): boolean => places === 'hall' || places === 'all'

const Item = z
  .strictObject({
    id: Id,
    name: Text,
    /** What people call it, and why they come. */
    aliases: z
      .array(Text)
      .min(1)
      .superRefine(distinct((alias) => alias)),
    /** What it is, in one sentence. */
    summary: Text,
    /** Who can have it done. */
    who: Text,
    audience: z.enum(['people', 'business']),
    department: Text,
    /** The base code of the national catalogue of government services; null where it is not known. */
    code: z
      .string()
      .regex(/^[0-9A-Z]{12}$/, '12 digits or capitals')
      .nullable(),
    documents: z.array(Document).superRefine(distinct((document) => document.name)),
    /** Null: free. */
    fee: Text.nullable(),
    /** Working days from acceptance to result; 0: on the spot. */
    promisedWorkingDays: z.int().min(0).max(365),
    ways: z
      .array(z.enum(ITEM_WAYS))
      .min(1)
      .superRefine(distinct((way) => way)),
    steps: z.array(Text).min(1),
    /** The group whose windows do it and that is booked for it; null: not booked, as is all that is done elsewhere than in the offices. */
    itemGroup: Id.nullable(),
    /** `hall`: the county hall alone; `all`: every office with a window for the group; otherwise where, in words. */
    places: Text,
    lookUp: z.enum(ITEM_LOOK_UPS).nullable(),
    /** How it is done from the phone, in one true sentence; exactly when `online` is one of the ways. */
    online: Text.nullable(),
    zones: z.array(Id).superRefine(distinct((zone) => zone)),
    lifeEvent: Text.nullable(),
    /** How somebody far away has it done; exactly when `cross_province` is one of the ways. */
    crossProvince: z.enum(CROSS_PROVINCE_WAYS).nullable(),
    /** 1: asked for every day by many … 4: rarely. */
    often: z.int().min(1).max(4),
    sample: z.array(z.enum(SAMPLE)).superRefine(distinct((part) => part)),
  })
  .refine(({ ways, online }) => ways.includes('online') === (online !== null), {
    path: ['online'],
    error: 'a sentence exactly when online is one of the ways',
  })
  .refine(({ ways, crossProvince }) => ways.includes('cross_province') === (crossProvince !== null), {
    path: ['crossProvince'],
    error: 'a value exactly when cross_province is one of the ways',
  })
  .refine(({ itemGroup, places }) => itemGroup === null || isInOffices({ places }), {
    path: ['itemGroup'],
    error: 'nobody can book what is done elsewhere than in the offices',
  })

export const ItemsFile = z.strictObject({
  sources: Sources,
  items: z.array(Item).superRefine(distinct((item) => item.id)),
})

/** What belongs together for one kind of life, beyond single items. */
const Zone = z.strictObject({
  id: Id,
  name: Text,
  /** What can be done here, in one sentence. */
  summary: Text,
  /** What this app only points to: what it is and where it is done, in words that promise nothing more. */
  elsewhere: z.array(z.strictObject({ name: Text, says: Text })),
})

export const ZonesFile = z.strictObject({
  sources: Sources,
  zones: z.array(Zone).superRefine(distinct((zone) => zone.id)),
})

export type ServiceItem = z.output<typeof Item>
