import { z } from 'zod'
import { tifReply } from '../tif'

/** `realNameLevel`: 1 registered, 2 name and number verified, 3 verified by face. From 2 on name and number are given. */
const Profile = z.object({
  openId: z.string().min(1).max(128),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .nullable(),
  realNameLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  name: z.string().min(1).max(60).nullable(),
  residentId: z
    .string()
    .regex(/^\d{17}[\dXx]$/)
    .nullable(),
})

export const ProfileReply = tifReply(Profile)

export type Profile = z.output<typeof Profile>
