import type { FakeDepartment, FakeRequest } from '../fake-department'
import { OneTimeCodes } from '../one-time-codes'
import { personByKey } from '../people'

export const DEMO_WECHAT = {
  appId: 'wx-demo-app',
  secret: 'demo-wechat-secret',
  templateCaseChanged: 'tmpl-case-changed',
  templateVisit: 'tmpl-visit',
} as const

export interface SentSubscribeMessage {
  readonly toUser: string
  readonly template: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

/** Codes that answer as WeChat does when something is wrong. */
const ERRORS: readonly [string, number, string][] = [
  ['bad', 40029, 'invalid code'],
  ['blocked', 40226, 'code blocked'],
  ['often', 45011, 'api minute-quota reach limit'],
  ['busy', -1, 'system error'],
]

const errorOf = (code: string): { errcode: number; errmsg: string } | null => {
  const found = ERRORS.find(([prefix]) => code.startsWith(prefix))
  return found ? { errcode: found[1], errmsg: found[2] } : null
}

const INVALID_CODE = { errcode: 40029, errmsg: 'invalid code' }
const TOKEN_SECONDS = 7200

export interface FakeWechat extends FakeDepartment {
  /** People who refuse subscribe messages answer 43101. */
  readonly refusesMessages: Set<string>
  /** Makes the access tokens given out so far invalid, as WeChat does now and then. */
  forgetTokens(): void
}

/** WeChat's server API, as far as the county uses it; `errcode` is left out on success, as WeChat does. */
export function fakeWechat(sent: SentSubscribeMessage[]): FakeWechat {
  const codes = new OneTimeCodes()
  const refusesMessages = new Set<string>()
  let tokens = 1
  const token = (): string => `access-token-${tokens}`
  const answers: Record<string, (request: FakeRequest) => unknown> = {
    'sns/jscode2session': ({ query }) => codeToSession(codes, query),
    'cgi-bin/stable_token': ({ body }) => {
      if (body['appid'] !== DEMO_WECHAT.appId || body['secret'] !== DEMO_WECHAT.secret)
        return { errcode: 40125, errmsg: 'invalid appsecret' }
      if (body['force_refresh'] === true) tokens += 1
      return { access_token: token(), expires_in: TOKEN_SECONDS }
    },
    'wxa/business/getuserphonenumber': ({ body }) => phoneNumber(codes, String(body['code'])),
    'cgi-bin/message/subscribe/send': ({ body }) => {
      const toUser = String(body['touser'])
      if (refusesMessages.has(toUser)) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
      sent.push({
        toUser,
        template: String(body['template_id']),
        page: String(body['page']),
        data: body['data'] as SentSubscribeMessage['data'],
      })
      return { errcode: 0, errmsg: 'ok' }
    },
  }
  return {
    tif: false,
    refusesMessages,
    forgetTokens: () => {
      tokens += 1
    },
    answer: (request) => {
      const needsToken = request.path.startsWith('wxa/') || request.path.startsWith('cgi-bin/message/')
      if (needsToken && request.query.get('access_token') !== token()) return { errcode: 40001, errmsg: 'invalid credential' }
      return answers[request.path]?.(request) ?? null
    },
  }
}

function codeToSession(codes: OneTimeCodes, query: URLSearchParams): unknown {
  if (query.get('appid') !== DEMO_WECHAT.appId || query.get('secret') !== DEMO_WECHAT.secret)
    return { errcode: 40125, errmsg: 'invalid appsecret' }
  const code = query.get('js_code') ?? ''
  const key = codes.take(code, 'wx')
  if (key === null) return errorOf(code) ?? INVALID_CODE
  return { openid: `openid-${key}`, session_key: Buffer.from(`session key ${key}`).toString('base64') }
}

function phoneNumber(codes: OneTimeCodes, code: string): unknown {
  const key = codes.take(code, 'phone')
  const person = key === null ? undefined : personByKey(key)
  if (!person) return errorOf(code) ?? INVALID_CODE
  return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: person.phone, purePhoneNumber: person.phone, countryCode: '86' } }
}
