import { z } from 'zod'
import { tifReply } from '../tif'

/** `star`: Y for a place with an area at risk. The phone and the time of the answer come too and are not needed. */
const City = z.object({ cityName: z.string().min(1).max(60), star: z.enum(['Y', 'N']) })

const TravelCardData = z.object({ cities14d: z.array(City).max(200) })
export const TravelCardReply = tifReply(TravelCardData)

export type TravelCardData = z.output<typeof TravelCardData>
