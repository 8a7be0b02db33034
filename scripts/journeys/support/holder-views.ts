import { lastCode, person, signInVerified } from '../../../bff/test/people'
import { arrivesAt, press, sees } from './hands'
import { keepOnDevice, keptByToken } from './sign-in'
import type { Stack } from './stack'
import type { View } from './views'
import type { Visitor } from './visitor'

/** The session of whoever the device belongs to. */
export function tokenOn({ page }: Visitor): Promise<string> {
  return page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('one-visit:session') ?? 'null') as { data: { token: string } } | null
    if (kept === null) throw new Error('nobody is signed in on this device')
    return kept.data.token
  })
}

/** The owner of the device makes sure that it is them: they may show licences now. */
export async function confirmOwner(visitor: Visitor, stack: Stack): Promise<string> {
  const token = await tokenOn(visitor)
  await stack.call('POST /v1/step-up/sms-codes', { token })
  const code = lastCode(stack, person('chenjianguo').phone)
  await stack.call('POST /v1/step-up', { token, body: { method: 'sms', code } })
  return token
}

const sessions = new WeakMap<Stack, Map<string, string>>()

/** The session of somebody else of the demonstration; signed in once for each stack. */
export async function sessionOf(stack: Stack, key: string): Promise<string> {
  const known = sessions.get(stack) ?? new Map<string, string>()
  sessions.set(stack, known)
  const token = known.get(key) ?? (await signInVerified(stack, key)).token
  known.set(key, token)
  return token
}

/** Makes the device that person's. */
export async function becomePerson({ page }: Visitor, stack: Stack, key: string): Promise<string> {
  const token = await sessionOf(stack, key)
  await keepOnDevice(page, await keptByToken(stack, token))
  return token
}

/** Of a page with what is in its address; `as` says whose device it is at first. */
export const stateOf = (page: string, name: string, as: View['as'], reach: View['reach'], query?: string): View => ({
  ...{ page, name, as, reach },
  ...(query === undefined ? {} : { query }),
})

/** Somebody without a verified name is led to give it, and comes back without. */
export async function turnBackFromRealName({ page }: Visitor): Promise<void> {
  await arrivesAt(page, '实名认证')
  await press(page, '返回')
  await sees(page, '去实名')
}
