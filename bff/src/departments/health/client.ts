import type { Sensitive } from '../../platform/sensitive'
import { departmentInvalidReply } from '../department-names'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapVaccinations, type Vaccination } from './mapping'
import { VaccinationsReply } from './reply'

/** The health department. Every call throws the department problems. */
export interface HealthClient {
  /**
   * The doses that a person has had, oldest first; never from an old copy, because it decides who may have the next one.
   * `owner` is the blind index of the resident ID: it names the person in keys of copies.
   */
  vaccinations(
    person: { readonly residentId: Sensitive<string>; readonly owner: string },
    signal?: AbortSignal,
  ): Promise<Fetched<readonly Vaccination[]>>
}

export function createHealthClient({ gateway }: { readonly gateway: Gateway }): HealthClient {
  return {
    async vaccinations({ residentId, owner }, signal) {
      const fetched = await gateway.call({
        department: 'health',
        operation: 'vaccinations',
        method: 'POST',
        path: 'vaccinations/list',
        body: { idNumber: residentId.reveal() },
        schema: VaccinationsReply,
        refusal: refuseUnknown('health', []),
        cacheKey: { owner, question: 'vaccinations' },
        signal,
      })
      if (fetched.value.data === null) throw departmentInvalidReply('health', 'no data')
      return { ...fetched, value: mapVaccinations(fetched.value.data.records) }
    },
  }
}
