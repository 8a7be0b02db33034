import { z } from 'zod'

/** Cursor paging: `cursor` is opaque; newest first unless an endpoint says otherwise. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/** One page: `next` is the cursor of the following page, or null at the end. */
export function pageOf<T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}
