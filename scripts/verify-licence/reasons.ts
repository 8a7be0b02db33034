import type { CodeFailure } from '@one-visit/shared/kernel/signed-code/verify-code'
import type { StatusFailure } from '@one-visit/shared/licences/status-list'

export type Reason = CodeFailure | StatusFailure | 'keys_invalid' | 'revoked' | 'replayed'

/** Why a code is not to be believed, and what to do. */
export const REASON_TEXT: Readonly<Record<Reason, string>> = {
  malformed: '这不是证照的离线码。请对方打开“证照”重新出示。',
  unknown_key: '不是本系统签发的码。不要采信，请看实体证件。',
  altered: '这个码被改动过。不要采信，请看实体证件。',
  not_yet_valid: '这个码的时间在以后。请核对两边设备的时间，再出示一次。',
  expired: '这个码已过期。请对方重新出示。',
  replayed: '这个码已经在这里查验过一次。请对方重新出示。',
  revoked: '这张证照已经注销。不要采信，请对方联系发证部门。',
  keys_invalid: '公钥文件读不出来。请重新下载。',
  status_invalid: '注销名单不是本系统签发的，或已损坏。请重新下载。',
  status_stale: '注销名单已过时，不能确认证照是否注销。请更新名单后再查验。',
}
