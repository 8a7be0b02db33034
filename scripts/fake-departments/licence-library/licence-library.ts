import { type FakeDepartment, type FakeRequest, ok, refused, textOf } from '../fake-department'
import { PEOPLE } from '../people'
import type { FakeLicence } from './kinds'
import type { LicenceRegister } from './register'

const STATES_AT_ONCE = 200

/** The provincial library of electronic licences. Somebody it does not know has none. */
export function fakeLicenceLibrary(licences: readonly FakeLicence[], register: LicenceRegister): FakeDepartment {
  const row = (licence: FakeLicence): unknown => ({
    certificateIdentifier: licence.licenceId,
    certificateTypeName: licence.typeName,
    certificateHolder: licence.holder,
    issueAuthority: licence.authority,
    issueDate: licence.issued,
    validDateEnd: licence.until ?? '长期',
    certificateStatus: register.state(licence.licenceId),
    surfaces: Object.entries(licence.items).map(([item, text]) => ({ item, text })),
  })
  const heldBy = ({ body }: FakeRequest): FakeLicence[] => {
    const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'holderIdentityNum'))
    return licences.filter((licence) => licence.person === person?.key)
  }
  const answers: Record<string, (request: FakeRequest) => unknown> = {
    'certificates/list': (request) => ok({ rows: heldBy(request).map(row) }),
    'certificates/detail': (request) => {
      const wanted = textOf(request.body, 'certificateIdentifier')
      const found = heldBy(request).find(({ licenceId }) => licenceId === wanted)
      return found ? ok({ row: row(found) }) : refused(60404, 'no such certificate')
    },
    'certificates/states': ({ body }) => states(register, body['certificateIdentifiers']),
  }
  return { tif: true, answer: (request) => answers[request.path]?.(request) ?? null }
}

function states(register: LicenceRegister, asked: unknown): unknown {
  if (!Array.isArray(asked) || asked.length > STATES_AT_ONCE) return refused(60400, 'up to 200 certificateIdentifiers')
  return ok({
    states: asked.map(String).map((licenceId) => ({ certificateIdentifier: licenceId, status: register.state(licenceId) })),
  })
}
