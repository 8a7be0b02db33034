import { PAGES } from '../../platform/pages'
import { LICENCE_PAGES } from './licence-pages'

/** The ways in, on the first screen, under 办事 and under 我的. Their words are here: text.ts would come into the main package. */
export const WALLET_DOOR = {
  title: '我的证照',
  hint: '身份证、驾驶证、社保卡等，查看和出示',
  page: PAGES.wallet,
} as const
export const VIEWS_DOOR = {
  title: '谁看过我的证照',
  hint: '每一次出示和查验，都有记录',
  page: LICENCE_PAGES.views,
} as const
/** On the first screen, of licences that end. */
export const EXPIRING = { expiring: '快到期了', expired: '已过期', until: (day: string) => `有效期到 ${day}` } as const
