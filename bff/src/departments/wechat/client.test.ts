import { DEMO_WECHAT } from '../../../../scripts/fake-departments/wechat/wechat'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { memoryCopies } from '../testing/memory-copies'
import { createTokenStore, type TokenStore } from './access-tokens'
import { createWechatClient, type WechatClient } from './client'
import { templateData } from './mapping'
import { SessionReply } from './reply'

let desk: DepartmentDesk
let tokens: TokenStore
let wechat: WechatClient
const newClient = (): WechatClient => {
  const { appId, secret, templateCaseChanged, templateVisit } = DEMO_WECHAT
  const templates = { case_changed: templateCaseChanged, visit: templateVisit }
  const account = { appId, secret: sensitive<string>(secret), templates }
  return createWechatClient({ gateway: desk.gateway, tokens, clock: desk.clock, account })
}
beforeEach(async () => {
  desk = await openDesk()
  tokens = createTokenStore(memoryCopies(), DEMO_WECHAT.appId)
  wechat = newClient()
})
afterEach(() => desk.close())

const MESSAGE = { page: 'pages/messages/index', data: { thing1: '居民身份证到期换领', phrase2: '可以领取' } }
const OPEN_ID = sensitive('openid-chenjianguo')
const tokenCalls = (): number => desk.fakes.calls()['wechat/cgi-bin/stable_token'] ?? 0

describe('the code of wx.login', () => {
  it('gives the openid, although WeChat leaves errcode out', async () => {
    expect((await wechat.codeToSession('wx-chenjianguo-1')).openId.reveal()).toBe('openid-chenjianguo')
  })

  it('works once', async () => {
    await wechat.codeToSession('wx-chenjianguo-2')
    await expect(wechat.codeToSession('wx-chenjianguo-2')).rejects.toMatchObject({ code: 'wechat_code_invalid' })
  })

  it.each([
    ['bad-1', 'wechat_code_invalid', 1],
    ['blocked-1', 'wechat_blocked', 1],
    ['often-1', 'too_many_requests', 1],
    ['busy-1', 'department_unavailable', 3],
  ])('%s is %s, after %i calls', async (code, problem, calls) => {
    await expect(wechat.codeToSession(code)).rejects.toMatchObject({ code: problem })
    expect(desk.calls('wechat')).toBe(calls)
  })

  it('is not sent again when the connection breaks: WeChat may have used it up', async () => {
    desk.fakes.setFault('wechat', { mode: 'refuse' })
    await expect(wechat.codeToSession('wx-chenjianguo-3')).rejects.toMatchObject({ code: 'department_unavailable' })
    expect(desk.calls('wechat')).toBe(1)
  })

  it('never lets the session key, the secret or the code out', async () => {
    expect(SessionReply.parse({ openid: 'o', session_key: 'k' })).toEqual({ errcode: 0, data: { openid: 'o' } })
    desk.fakes.setFault('wechat', { mode: 'bad_json' })
    const failure: unknown = await wechat.codeToSession('wx-chenjianguo-4').catch((error: unknown) => error)
    expect(`${JSON.stringify(failure)}${desk.logged.join('')}`).not.toMatch(/demo-wechat-secret|wx-chenjianguo-4/)
  })
})

describe('the access token', () => {
  it('is fetched once for all calls and all processes', async () => {
    await Promise.all([wechat.phoneOf('phone-chenjianguo-1'), wechat.phoneOf('phone-lixiaohong-1')])
    await newClient().phoneOf('phone-wangxiuying-1')
    expect(tokenCalls()).toBe(1)
  })

  it('is renewed five minutes before its end', async () => {
    await wechat.sendSubscribeMessage(OPEN_ID, 'case_changed', MESSAGE)
    desk.clock.advance((7200 - 301) * 1000)
    await wechat.sendSubscribeMessage(OPEN_ID, 'case_changed', MESSAGE)
    expect(tokenCalls()).toBe(1)
    desk.clock.advance(2_000)
    await wechat.sendSubscribeMessage(OPEN_ID, 'case_changed', MESSAGE)
    expect(tokenCalls()).toBe(2)
  })

  it('that WeChat calls invalid is replaced, and the call made again', async () => {
    await tokens.put({ token: 'revoked', expiresAt: new Date(desk.clock.now().getTime() + 7_200_000) }, desk.clock.now())
    expect((await wechat.phoneOf('phone-chenjianguo-2')).phone.reveal()).toBe('13800000002')
    expect(tokenCalls()).toBe(1)
  })
})

describe('a subscribe message', () => {
  it('goes out with our template, page and fields', async () => {
    expect(await wechat.sendSubscribeMessage(OPEN_ID, 'case_changed', MESSAGE)).toBe('sent')
    expect(desk.fakes.wechatSent()).toEqual([
      {
        toUser: 'openid-chenjianguo',
        template: DEMO_WECHAT.templateCaseChanged,
        page: MESSAGE.page,
        data: { thing1: { value: '居民身份证到期换领' }, phrase2: { value: '可以领取' } },
      },
    ])
  })

  it('says when the person’s permission is used up', async () => {
    desk.fakes.refuseMessages('openid-chenjianguo')
    expect(await wechat.sendSubscribeMessage(OPEN_ID, 'case_changed', MESSAGE)).toBe('no_quota')
  })

  it('has its values cut to what WeChat takes', () => {
    const data = templateData({ thing1: '住'.repeat(21), phrase2: '需要补交材料' })
    expect([data['thing1']?.value, data['phrase2']?.value]).toEqual([`${'住'.repeat(19)}…`, '需要补交…'])
  })
})

it('reads the phone without its country code, and tells a used code', async () => {
  expect((await wechat.phoneOf('phone-wangxiuying-2')).phone.reveal()).toBe('13800000001')
  await expect(wechat.phoneOf('phone-wangxiuying-2')).rejects.toMatchObject({ code: 'wechat_code_invalid' })
})
