import type { DepartmentPerson } from '../department-person'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapTravelCard, type TravelCard } from './mapping'
import { TravelCardReply } from './reply'

/** The communications authority. Every call throws the department problems. */
export interface CommunicationsClient {
  /**
   * The travel card: where the person's phone was in the last 14 days; null when no phone is registered in the person's name.
   * The last copy of up to 24 hours when the authority cannot be asked.
   */
  travelCard(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<TravelCard | null>>
}

/** The authority's number for somebody without a phone number in their own name. */
const NO_PHONE = 20404

export function createCommunicationsClient({ gateway }: { readonly gateway: Gateway }): CommunicationsClient {
  return {
    async travelCard({ residentId, owner }, signal) {
      const fetched = await gateway.call({
        department: 'communications',
        operation: 'travelCard',
        method: 'POST',
        path: 'travel-card/query',
        body: { userIdCard: residentId.reveal() },
        schema: TravelCardReply,
        refusal: refuseUnknown('communications', [NO_PHONE]),
        cacheKey: { owner, question: 'travel-card' },
        signal,
      })
      const { data } = fetched.value
      return { ...fetched, value: data ? mapTravelCard(data) : null }
    },
  }
}
