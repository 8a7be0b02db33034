import type { Clock } from '../../platform/clock'
import { type Sensitive, sensitive } from '../../platform/sensitive'
import { departmentInvalidReply, departmentUnavailable } from '../department-names'
import type { Gateway } from '../gateway'
import type { CodedReply } from '../tif'
import { type AccessTokens, createAccessTokens, type TokenStore } from './access-tokens'
import { CODE_REFUSALS, NO_QUOTA, refuseWechat, templateData, TOKEN_INVALID, UNKNOWN_OPENID } from './mapping'
import { PhoneReply, SendReply, SessionReply } from './reply'

export type WechatTemplate = 'case_changed' | 'visit'

/** The message: where a tap leads (page path with query), and the template's fields. Values that are too long are cut. */
export interface SubscribeMessage {
  readonly page: string
  readonly data: Readonly<Record<string, string>>
}

/** WeChat's server interface. Every call throws the department problems. */
export interface WechatClient {
  /** Exchanges a wx.login code. Throws `wechat_code_invalid`, `wechat_blocked`, `too_many_requests`. The session key is dropped. */
  codeToSession(code: string): Promise<{ readonly openId: Sensitive<string> }>
  /** The phone behind the code of a getPhoneNumber event, without country code; throws as codeToSession. */
  phoneOf(code: string): Promise<{ readonly phone: Sensitive<string> }>
  /** `no_quota`: the person's permission is used up; `refused`: WeChat does not know the person any more. */
  sendSubscribeMessage(
    openId: Sensitive<string>,
    template: WechatTemplate,
    message: SubscribeMessage,
  ): Promise<'sent' | 'no_quota' | 'refused'>
}

export interface WechatAccount {
  readonly appId: string
  readonly secret: Sensitive<string>
  /** WeChat's template id for each of ours. */
  readonly templates: Readonly<Record<WechatTemplate, string>>
}

interface Deps {
  readonly gateway: Gateway
  readonly tokens: TokenStore
  readonly clock: Clock
  readonly account: WechatAccount
}

const CODE_ERRORS = Object.keys(CODE_REFUSALS).map(Number)

export function createWechatClient({ gateway, tokens, clock, account }: Deps): WechatClient {
  const access = createAccessTokens({ gateway, tokens, clock, appId: account.appId, secret: account.secret })
  return {
    codeToSession: (code) => codeToSession(gateway, account, code),
    phoneOf: (code) => phoneOf(gateway, access, code),
    sendSubscribeMessage: (openId, template, message) => {
      const body = {
        touser: openId.reveal(),
        template_id: account.templates[template],
        page: message.page,
        data: templateData(message.data),
      }
      return subscribeSend(gateway, access, body)
    },
  }
}

async function codeToSession(gateway: Gateway, account: WechatAccount, code: string): Promise<{ openId: Sensitive<string> }> {
  const { value } = await gateway.call({
    department: 'wechat',
    operation: 'codeToSession',
    method: 'GET',
    path: 'sns/jscode2session',
    query: { appid: account.appId, secret: account.secret.reveal(), js_code: code, grant_type: 'authorization_code' },
    schema: SessionReply,
    refusal: refuseWechat(CODE_ERRORS),
  })
  return { openId: sensitive(requireData(value).openid) }
}

async function phoneOf(gateway: Gateway, access: AccessTokens, code: string): Promise<{ phone: Sensitive<string> }> {
  const reply = await withToken(access, async (token) => {
    const { value } = await gateway.call({
      department: 'wechat',
      operation: 'phoneNumber',
      method: 'POST',
      path: 'wxa/business/getuserphonenumber',
      query: { access_token: token },
      body: { code },
      schema: PhoneReply,
      refusal: refuseWechat([...CODE_ERRORS, ...TOKEN_INVALID]),
    })
    return value
  })
  const { purePhoneNumber } = requireData(reply).phone_info
  return { phone: sensitive(purePhoneNumber) }
}

async function subscribeSend(gateway: Gateway, access: AccessTokens, body: object): Promise<'sent' | 'no_quota' | 'refused'> {
  const { errcode } = await withToken(access, async (token) => {
    const { value } = await gateway.call({
      department: 'wechat',
      operation: 'subscribeSend',
      method: 'POST',
      path: 'cgi-bin/message/subscribe/send',
      query: { access_token: token },
      body,
      schema: SendReply,
      refusal: refuseWechat([NO_QUOTA, UNKNOWN_OPENID, ...TOKEN_INVALID]),
    })
    return value
  })
  if (errcode === NO_QUOTA) return 'no_quota'
  return errcode === UNKNOWN_OPENID ? 'refused' : 'sent'
}

/** A token that WeChat calls invalid is replaced once. */
async function withToken<T>(access: AccessTokens, use: (token: string) => Promise<CodedReply<T>>): Promise<CodedReply<T>> {
  const token = await access.get()
  const first = await use(token)
  if (!TOKEN_INVALID.includes(first.errcode)) return first
  const second = await use(await access.replace(token))
  if (TOKEN_INVALID.includes(second.errcode))
    throw departmentUnavailable('wechat', { cause: new Error('the new access token is refused too') })
  return second
}

function requireData<T>({ errcode, data }: CodedReply<T>): T {
  const refused = CODE_REFUSALS[errcode]
  if (refused) throw refused()
  if (data === null) throw departmentInvalidReply('wechat', 'no data')
  return data
}
