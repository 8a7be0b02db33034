import type { Page } from 'playwright-core'
import { signInBySms, signInVerified, person } from '../../../bff/test/people'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../../bff/src/seed-demo'
import { callScript } from '../../setup/call-script'
import { arrivesAt, fillIn, press } from './hands'
import type { Stack } from './stack'

type Kept = Readonly<Record<string, unknown>>

/** What the app keeps on the device of somebody who has signed in and given the real name. */
export async function keptByVerified(stack: Stack, key: string): Promise<Kept> {
  const { token, ...session } = await signInVerified(stack, key)
  return { session: { token, session }, 'last-account': session.account.id }
}

/** The same of somebody who is signed in with this token. */
export async function keptByToken(stack: Stack, token: string): Promise<Kept> {
  const session = await stack.call('GET /v1/session', { token })
  return { session: { token, session }, 'last-account': session.account.id }
}

/** Puts it on the device of a page that is open already; the next page that is opened knows it. */
export async function keepOnDevice(page: Page, kept: Kept): Promise<void> {
  await page.evaluate((all) => {
    for (const [key, data] of Object.entries(all)) localStorage.setItem(`one-visit:${key}`, JSON.stringify({ data }))
  }, kept)
}

/** The same before the real name. */
export async function keptByNewcomer(stack: Stack, key: string): Promise<Kept> {
  const { token, ...session } = await signInBySms(stack, person(key).phone)
  return { session: { token, session }, 'last-account': session.account.id }
}

/** The code that the demonstration's staff see now, by the BFF's clock. */
export function staffCode(stack: Stack): string {
  return String(callScript('../totp.mjs', 'totpAt', DEMO_TOTP_SECRET, stack.clock.now().getTime()))
}

export async function keptByStaff(stack: Stack, username: string): Promise<Kept> {
  const body = { username, password: DEMO_PASSWORD, totp: staffCode(stack) }
  const { token, ...session } = await stack.call('POST /v1/staff/sessions', { body })
  return { 'staff-session': { token, session } }
}

/** From the sign-in page to where the person came from. */
export async function signInByPhone(page: Page, stack: Stack, phone: string): Promise<void> {
  await arrivesAt(page, '登录')
  await fillIn(page, '手机号', phone)
  const code = await stack.smsCodeAfter(phone, () => press(page, '获取验证码'))
  await arrivesAt(page, '填写验证码')
  await fillIn(page, '验证码', code)
  await press(page, '登录')
}
