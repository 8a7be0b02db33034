import { z } from 'zod'
import type { CodedReply } from '../tif'

const refused = z.object({ errcode: z.int().refine((code) => code !== 0) }).transform(({ errcode }) => ({ errcode, data: null }))

/** WeChat's replies: the fields of success, where `errcode` may be left out, or a number that is not 0. */
function wechatReply<T>(data: z.ZodType<T>): z.ZodType<CodedReply<T>> {
  return z.union([refused, data.transform((fields) => ({ errcode: 0, data: fields }))])
}

/** `session_key` is left out on purpose: it is dropped here and never leaves this module. */
export const SessionReply = wechatReply(z.object({ openid: z.string().min(1).max(128) }))

/** `expires_in` in seconds. */
export const TokenReply = wechatReply(
  z.object({ access_token: z.string().min(1).max(1024), expires_in: z.int().min(1).max(7200) }),
)

/** `purePhoneNumber` has no country code; numbers of other countries have another `countryCode`. */
export const PhoneReply = wechatReply(
  z.object({ phone_info: z.object({ purePhoneNumber: z.string().min(5).max(20), countryCode: z.string().min(1).max(5) }) }),
)

export const SendReply = wechatReply(z.object({ errcode: z.literal(0) }))
