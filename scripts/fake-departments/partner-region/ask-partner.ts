import { z } from 'zod'
import { tifSign } from '../tif-sign'

/** Shorter than anybody waits for the county: what is not handed over now is handed over later. */
const TIMEOUT_MS = 1_500

const Receipt = z.object({ errcode: z.literal(0), data: z.object({ receipt: z.string() }) })
const State = z.object({
  errcode: z.literal(0),
  data: z.object({
    steps: z.array(z.object({ at: z.coerce.date(), words: z.string(), remark: z.string().nullable() })),
  }),
})

export type PartnerStep = z.infer<typeof State>['data']['steps'][number]

/** The county's side of the wire between the two; null for whatever goes wrong. */
export interface Partner {
  accept(application: object): Promise<string | null>
  stateOf(receipt: string): Promise<readonly PartnerStep[] | null>
}

/** `urlOf`: where the fakes are; known once they listen. */
export function askPartner(urlOf: () => string, clock: () => Date): Partner {
  const ask = async <T>(path: string, content: object, schema: z.ZodType<{ data: T }>): Promise<T | null> => {
    const body = JSON.stringify(content)
    const options = { method: 'POST', body, headers: tifSign(body, clock()), signal: AbortSignal.timeout(TIMEOUT_MS) }
    try {
      const response = await fetch(`${urlOf()}/partner_region/${path}`, options)
      return schema.parse(await response.json()).data
    } catch {
      return null
    }
  }
  return {
    accept: async (application) => (await ask('applications/accept', application, Receipt))?.receipt ?? null,
    stateOf: async (receipt) => (await ask('applications/state', { receipt }, State))?.steps ?? null,
  }
}
