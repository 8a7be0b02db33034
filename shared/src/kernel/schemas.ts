import { z } from 'zod'

/** An instant as the wire carries it: UTC, ISO 8601 with `Z`. */
export const InstantDto = z.iso.datetime()

/** A resource id: a UUIDv7. */
export const IdParam = z.object({ id: z.uuid('编号不正确') })

/**
 * What nobody sees but what changes what others see or read: control characters (terminals obey them), and signs of form, such as
 * those that turn the direction of the text around them. Line breaks stay, and joiners: scripts and emoji need them.
 */
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu
/** Line ends of other systems. */
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g

const withoutUnseen = (text: string): string => text.replace(LINE_END, '\n').replaceAll('\t', ' ').replace(UNSEEN, '')

/** Words that people type and others read: kept as they can be seen. */
export const TypedText = z.string().overwrite(withoutUnseen).trim()
