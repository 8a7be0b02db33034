import { z } from 'zod'

/** An instant as the wire carries it: UTC, ISO 8601 with `Z`. */
export const InstantDto = z.iso.datetime()

/** A resource id: a UUIDv7. */
export const IdParam = z.object({ id: z.uuid('编号不正确') })
