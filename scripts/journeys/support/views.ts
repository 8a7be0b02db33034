import { person } from '../../../bff/test/people'
import { ACROSS_VIEWS } from './across-views'
import { CATALOGUE_VIEWS } from './catalogue-views'
import { DESK_VIEWS } from './desk-views'
import { FAMILY_VIEWS } from './family-views'
import { fillIn, press, sees } from './hands'
import { HELP_VIEWS } from './help-views'
import { LICENCE_VIEWS } from './licence-views'
import { MANDATE_VIEWS } from './mandate-views'
import { PROGRESS_VIEWS } from './progress-views'
import { keptByNewcomer, keptByStaff, keptByVerified } from './sign-in'
import type { Stack } from './stack'
import { STAFF_VIEWS } from './staff-views'
import { draft, seesError } from './view-parts'
import { VISIT_VIEWS } from './visit-views'
import { VOLUNTEER_VIEWS } from './volunteer-views'
import type { Visitor } from './visitor'

type Kept = Readonly<Record<string, unknown>>

/** Whose device it is: one without anybody's session, or that of a resident, a newcomer without a real name, staff. */
export type Owner = 'nobody' | 'resident' | 'newcomer' | StaffOwner
/** By their names in the demonstration. */
type StaffOwner = 'clerk' | 'township-clerk' | 'supervisor' | 'admin' | 'volunteer'

/** A page in one of its states. */
export interface View {
  readonly page: string
  /** Names the state, and the screenshot. */
  readonly name: string
  readonly as: Owner
  readonly query?: string
  readonly agreed?: false
  /** What the device has kept beside the session; `now`: epoch milliseconds. */
  readonly kept?: Kept | ((now: number) => Kept)
  /** It shows both modes itself. */
  readonly only?: 'ordinary'
  /** From the opened page to the state; without it, waits for these words. */
  readonly reach: string | RegExp | ((visitor: Visitor, stack: Stack) => Promise<void>)
}

const identity = (screen: string): string => `/features/identity/pages/${screen}/index`

const PHONE = { phone: '13800000009', sentTo: '13800000009', againAt: '' }

const MAIN_VIEWS: readonly View[] = [
  { page: '/pages/home/index', name: 'home', as: 'nobody', reach: /^企业开办|^办到哪一步了/ },
  { page: '/pages/home/index', name: 'home-consent', as: 'nobody', agreed: false, reach: ({ page }) => press(page, '暂不同意') },
  { page: '/pages/home/index', name: 'home-resident', as: 'resident', reach: '陈*国，您好' },
  {
    page: '/pages/home/index',
    name: 'home-offline',
    as: 'resident',
    reach: async ({ page, context }) => {
      await sees(page, '陈*国，您好')
      await context.setOffline(true)
      await sees(page, /现在没有网络/)
    },
  },
  { page: '/pages/services/index', name: 'services', as: 'nobody', reach: /^谁能替我办事/ },
  { page: '/pages/messages/index', name: 'messages', as: 'nobody', reach: '登录后能看到您的消息' },
  { page: '/pages/messages/index', name: 'messages-resident', as: 'resident', reach: '未读' },
  { page: '/pages/messages/index', name: 'messages-none', as: 'newcomer', reach: '还没有消息' },
  { page: '/pages/me/index', name: 'me', as: 'nobody', reach: '您还没有登录' },
  { page: '/pages/me/index', name: 'me-resident', as: 'resident', reach: '我的个人信息' },
  { page: '/pages/me/index', name: 'me-newcomer', as: 'newcomer', reach: '去实名' },
  { page: '/features/proxy/pages/start/index', name: 'help', as: 'nobody', reach: /^打电话：/ },
  { page: '/pages/sign-in/index', name: 'sign-in', as: 'nobody', reach: '用省政务账号登录' },
  {
    page: '/pages/sign-in/index',
    name: 'sign-in-errors',
    as: 'nobody',
    query: '?reason=session_expired',
    reach: (visitor) => seesError(visitor, '获取验证码'),
  },
  { page: '/pages/sign-in-code/index', name: 'sign-in-code-start', as: 'nobody', reach: '请先填写手机号' },
  {
    page: '/pages/sign-in-code/index',
    name: 'sign-in-code',
    as: 'nobody',
    kept: (now) => ({ 'draft:sign-in': draft({ ...PHONE, againAt: String(now + 3_600_000) }) }),
    reach: async (visitor) => {
      await seesError(visitor, '登录')
      await sees(visitor.page, /秒后可重新获取/)
    },
  },
]

const IDENTITY_VIEWS: readonly View[] = [
  { page: identity('provincial'), name: 'provincial', as: 'nobody', reach: '用手机号登录' },
  { page: identity('privacy'), name: 'privacy', as: 'nobody', reach: '撤回同意' },
  { page: identity('privacy'), name: 'privacy-before-consent', as: 'nobody', agreed: false, reach: '不同意怎么办' },
  { page: identity('real-name'), name: 'real-name', as: 'newcomer', reach: '核对' },
  { page: identity('real-name'), name: 'real-name-errors', as: 'newcomer', reach: (visitor) => seesError(visitor, '核对') },
  {
    page: identity('real-name'),
    name: 'real-name-refused',
    as: 'newcomer',
    reach: async ({ page }, stack) => {
      stack.fakes.setFault('police', { mode: 'bad_json' })
      await fillIn(page, '姓名', person('zhangwei').name)
      await fillIn(page, '身份证号', person('zhangwei').residentId)
      await press(page, '核对')
      await sees(page, '改一改再核对')
    },
  },
  { page: identity('step-up'), name: 'step-up', as: 'resident', reach: '获取验证码' },
  { page: identity('step-up'), name: 'step-up-nobody', as: 'nobody', reach: '请先登录' },
  { page: identity('bind-phone'), name: 'bind-phone', as: 'newcomer', reach: '获取验证码' },
  { page: identity('bind-phone-code'), name: 'bind-phone-code-start', as: 'newcomer', reach: '请先填写手机号' },
  {
    page: identity('bind-phone-code'),
    name: 'bind-phone-code',
    as: 'newcomer',
    kept: { 'draft:bind-phone': draft(PHONE) },
    reach: '获取验证码',
  },
  { page: identity('text-size'), name: 'text-size', as: 'nobody', reach: /字号在长辈版里才能选|这是选好以后的样子/ },
  { page: identity('devices'), name: 'devices', as: 'resident', reach: '这台设备' },
  { page: identity('sign-out'), name: 'sign-out', as: 'resident', reach: '不退出' },
  { page: identity('sign-out-everywhere'), name: 'sign-out-everywhere', as: 'resident', reach: '不退出' },
  { page: identity('my-data'), name: 'my-data', as: 'resident', reach: '导出我的信息' },
  { page: identity('activity'), name: 'activity', as: 'resident', reach: /您自己/ },
  {
    page: identity('export-data'),
    name: 'export-data',
    as: 'resident',
    reach: async ({ page }) => {
      await press(page, '取出我的信息')
      await sees(page, '已取出')
    },
  },
  {
    page: identity('delete-account'),
    name: 'delete-account',
    as: 'resident',
    reach: (visitor) => seesError(visitor, '注销账号'),
  },
  { page: identity('account-deleted'), name: 'account-deleted', as: 'nobody', reach: '回到首页' },
  { page: identity('about'), name: 'about', as: 'nobody', reach: /^服务地区/ },
]

const GALLERY: View = { page: '/gallery', name: 'gallery', as: 'nobody', only: 'ordinary', reach: '按钮' }

export const VIEWS: readonly View[] = [
  ...MAIN_VIEWS,
  ...IDENTITY_VIEWS,
  ...PROGRESS_VIEWS,
  ...CATALOGUE_VIEWS,
  ...ACROSS_VIEWS,
  ...VISIT_VIEWS,
  ...FAMILY_VIEWS,
  ...LICENCE_VIEWS,
  ...HELP_VIEWS,
  ...MANDATE_VIEWS,
  ...STAFF_VIEWS,
  ...VOLUNTEER_VIEWS,
  ...DESK_VIEWS,
  GALLERY,
]

/** A resident with two followed cases and an unread message, a newcomer, a clerk: what their devices keep. */
export async function prepareOwners(stack: Stack): Promise<(owner: Owner) => Promise<Kept>> {
  const resident = await keptByVerified(stack, 'chenjianguo')
  const { token } = (resident['session'] ?? {}) as { token: string }
  const { items } = await stack.call('GET /v1/cases', { token })
  for (const { caseNumber, followProof } of items) {
    if (!['430224-2026-000123', 'CRJ430224202611120041'].includes(caseNumber) || followProof === null) continue
    await stack.call('POST /v1/follows', { token, body: { proof: followProof } })
  }
  await stack.advanceCase('430224-2026-000123')
  const newcomer = await keptByNewcomer(stack, 'zhangwei')
  return async (owner) => {
    switch (owner) {
      case 'nobody':
        return {}
      case 'resident':
        return resident
      case 'newcomer':
        return newcomer
      case 'clerk':
      case 'township-clerk':
      case 'supervisor':
      case 'admin':
      case 'volunteer':
        // Half an hour of idleness ends a session, and the clock moves on with every view.
        return keptByStaff(stack, owner)
    }
  }
}
