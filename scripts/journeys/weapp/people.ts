import type { SignedInDto } from '@one-visit/shared/identity/contract'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { device, person, signInVerified } from '../../../bff/test/people'
import type { LaunchOptions, WeappApp } from '../../weapp-runner'
import type { Stack } from '../support/stack'
import { arrivesAt, fillIn, press } from './hands'

type OnPhone = Required<Pick<LaunchOptions, 'hasConsented' | 'storage' | 'answers'>>

const CONSENT = { 'one-visit:privacy-agreed': PRIVACY_VERSION }

export const keptBy = ({ token, ...session }: SignedInDto): OnPhone['storage'] => ({
  ...CONSENT,
  'one-visit:session': { token, session },
  'one-visit:last-account': session.account.id,
})

/** The phone of somebody who has agreed to the privacy notice, and signs in by WeChat as this person, as often as codes are left. */
export function visitor(key: string): OnPhone {
  const answers = { loginCodes: ['1', '2', '3'].map((nth) => `wx-${key}-${nth}`), phoneCode: `phone-${key}-1` }
  return { hasConsented: true, storage: CONSENT, answers }
}

/** The phone of somebody who has signed in by WeChat before. */
export async function member(stack: Stack, key: string): Promise<OnPhone> {
  const body = { code: `wx-${key}-0`, device: device(), consent: PRIVACY_VERSION } as const
  return { ...visitor(key), storage: keptBy(await stack.call('POST /v1/sessions/wechat', { body })) }
}

/** The phone of somebody who has signed in and given the real name before. */
export async function verified(stack: Stack, key: string): Promise<OnPhone> {
  return { ...visitor(key), storage: keptBy(await signInVerified(stack, key)) }
}

/** The same, signed in by WeChat, which can then send messages. */
export async function verifiedMember(stack: Stack, key: string): Promise<OnPhone> {
  const body = { code: `wx-${key}-0`, device: device(), consent: PRIVACY_VERSION } as const
  const { token } = await stack.call('POST /v1/sessions/wechat', { body })
  const { name, residentId } = person(key)
  const session = await stack.call('POST /v1/real-name', { token, body: { name, residentId } })
  return { ...visitor(key), storage: keptBy({ token, ...session }) }
}

/** From the sign-in page to where the person came from. */
export async function signInByWechat(app: WeappApp): Promise<void> {
  await arrivesAt(app, '登录')
  await press(app, '微信登录')
}

/** From the real-name page to where the person came from. */
export async function giveRealName(app: WeappApp, key: string): Promise<void> {
  await arrivesAt(app, '实名认证')
  await fillIn(app, '姓名', person(key).name)
  await fillIn(app, '身份证号', person(key).residentId)
  await press(app, '核对')
}

/** Of whoever is signed in on this phone. */
export function tokenOn(app: WeappApp): string {
  const { token } = app.stored('one-visit:session') as Pick<SignedInDto, 'token'>
  return token
}
