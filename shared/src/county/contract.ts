import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'

/** The county this installation serves, from its county pack. */
export const CountyDto = z.object({
  division: z.string(),
  name: z.string(),
  /** The telephone number shown on every page. */
  phone: z.string(),
  phoneHours: z.string(),
  /** Where any of this is sample data, it says so here. */
  sampleNotice: z.string().nullable(),
})

export const countyEndpoints = endpoints({
  'GET /v1/county': {
    summary: 'The county: name, division code, telephone',
    access: 'public',
    reply: CountyDto,
    limit: 'read',
    pii: 'none',
  },
})

export type CountyDto = z.infer<typeof CountyDto>
