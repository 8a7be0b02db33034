import { randomUUID } from 'node:crypto'
import type { SignedInDto } from '@one-visit/shared/identity/contract'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { type Person, personByKey } from '../../scripts/fake-departments/people'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'fakes' | 'call'>

/** A person the fake departments know. */
export function person(key: string): Person {
  const found = personByKey(key)
  if (!found) throw new Error(`nobody is called ${key}`)
  return found
}

export const device = (): { id: string; label: string } => ({ id: randomUUID(), label: '测试手机' })

/** The code that was sent to a phone last. */
export function lastCode(server: Server, phone: string): string {
  const code = server.fakes.smsSent(phone).at(-1)?.params['code']
  if (code === undefined) throw new Error(`no code was sent to ${phone}`)
  return code
}

/** Signs somebody in by SMS as they would. */
export async function signInBySms(server: Server, phone: string): Promise<SignedInDto> {
  await server.call('POST /v1/sms-codes', { body: { phone } })
  const body = { phone, code: lastCode(server, phone), device: device(), consent: PRIVACY_VERSION } as const
  return server.call('POST /v1/sessions/sms', { body })
}

/** Signs somebody in and verifies their real name: assurance 2. */
export async function signInVerified(server: Server, key: string): Promise<SignedInDto> {
  const { phone, name, residentId } = person(key)
  const signedIn = await signInBySms(server, phone)
  const session = await server.call('POST /v1/real-name', { token: signedIn.token, body: { name, residentId } })
  return { ...session, token: signedIn.token }
}
