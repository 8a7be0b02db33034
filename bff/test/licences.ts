import type { LicenceDto, PresentationDto, VerificationDto } from '@one-visit/shared/licences/contract'
import type { LicenceType } from '@one-visit/shared/licences/rules'
import { lastCode, person, signInVerified } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'

type Way = PresentationDto['way']
type Server = Pick<TestServer, 'fakes' | 'call'>

/** Signs somebody in and makes sure once more that it is them: assurance 3 for 15 minutes. */
export async function signInToShow(server: Server, key: string): Promise<string> {
  const { token } = await signInVerified(server, key)
  await server.call('POST /v1/step-up/sms-codes', { token })
  await server.call('POST /v1/step-up', { token, body: { method: 'sms', code: lastCode(server, person(key).phone) } })
  return token
}

/** A licence of the wallet by its kind. */
export async function licenceOf(server: Server, token: string, type: LicenceType): Promise<LicenceDto> {
  const { items } = await server.call('GET /v1/licences', { token })
  const licence = items.find((one) => one.type === type)
  if (!licence) throw new Error(`there is no ${type} in the wallet`)
  return licence
}

interface Shown {
  readonly type?: LicenceType
  readonly fields?: readonly string[]
  readonly way?: Way
}

/** Shows name and number of the ID card online, unless said. */
export async function show(
  server: Server,
  token: string,
  { type = 'id_card', fields = ['name', 'number'], way = 'online' }: Shown = {},
): Promise<PresentationDto> {
  const { id } = await licenceOf(server, token, type)
  return server.call('POST /v1/presentations', { token, body: { licence: id, fields: [...fields], way } })
}

/** Every endpoint about licences that writes an audit record, each once. */
export async function licencesOfADay(server: TestServer): Promise<VerificationDto> {
  const token = await signInToShow(server, 'chenjianguo')
  const staff = await signInStaff(server)
  const first = await show(server, token)
  await server.call('DELETE /v1/presentations/:id', { token, params: { id: first.id } })
  const { qr } = await show(server, token, { way: 'offline' })
  const seen = await server.call('POST /v1/verifications', { token: staff.token, body: { code: qr, purpose: '办理落户' } })
  await server.call('GET /v1/licence-views/export', { token })
  return seen
}
