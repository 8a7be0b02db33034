import type { Logger } from '../../platform/logger'
import { departmentInvalidReply } from '../department-names'
import type { DepartmentPerson } from '../department-person'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { type ContributionRecord, mapContributions } from './mapping'
import { ContributionsReply } from './reply'

/** Social security. Every call throws the department problems. */
export interface SocialSecurityClient {
  /** The person's contributions, none for somebody who has never paid; the last copy of up to 7 days when it cannot be asked. */
  contributions(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<ContributionRecord>>
}

interface Deps {
  readonly gateway: Gateway
  readonly log: Pick<Logger, 'warn'>
}

export function createSocialSecurityClient({ gateway, log }: Deps): SocialSecurityClient {
  return {
    async contributions({ residentId, owner }, signal) {
      const fetched = await gateway.call({
        department: 'social_security',
        operation: 'contributions',
        method: 'POST',
        path: 'contributions/query',
        body: { aac002: residentId.reveal() },
        schema: ContributionsReply,
        refusal: refuseUnknown('social_security', []),
        cacheKey: { owner, question: 'contributions' },
        signal,
      })
      if (fetched.value.data === null) throw departmentInvalidReply('social_security', 'no data')
      return { ...fetched, value: mapContributions(fetched.value.data, log) }
    },
  }
}
