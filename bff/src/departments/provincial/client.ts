import { problem } from '../../platform/errors'
import type { Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapProfile, type ProvincialProfile } from './mapping'
import { ProfileReply } from './reply'

export type { ProvincialProfile } from './mapping'

export interface ProvincialClient {
  /** Exchanges the sign-in code of the provincial account; throws `sign_in_failed` for a bad, used or old code, and the department problems. */
  profileOf(code: string): Promise<ProvincialProfile>
}

/** The provincial account's number for a code that is wrong, used or old. */
const BAD_CODE = 40029

export function createProvincialClient({ gateway }: { readonly gateway: Gateway }): ProvincialClient {
  return {
    async profileOf(code) {
      const { value } = await gateway.call({
        department: 'provincial',
        operation: 'profile',
        method: 'POST',
        path: 'account/profile',
        body: { code },
        schema: ProfileReply,
        refusal: refuseUnknown('provincial', [BAD_CODE]),
      })
      if (value.data === null) throw problem('sign_in_failed', { detail: '省统一身份认证没有通过，请重新登录。' })
      return mapProfile(value.data)
    },
  }
}
