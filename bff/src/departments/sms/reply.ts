import { z } from 'zod'
import { tifReply } from '../tif'

export const SendReply = tifReply(z.object({ messageId: z.string().min(1).max(100) }))
