import { LICENCE_PRESETS } from '@one-visit/shared/licences/rules'
import { licenceOf, show, signInToShow } from '../licences'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const SECOND = 1_000

const verify = (token: string, code: string) => server.call('POST /v1/verifications', { token, body: { code, purpose: '路检' } })
const refuse = (token: string, code: string) =>
  server.refused('POST /v1/verifications', { token, body: { code, purpose: '路检' } })

test('a driver shows the licence, lets it run out, shows it again, has it checked and reads who did; then it is cancelled', async () => {
  const driver = await signInToShow(server, 'chenjianguo')
  const { token: clerk } = await signInStaff(server)
  const preset = LICENCE_PRESETS.find(({ id }) => id === 'may_drive')
  const what = { type: 'driving_licence', fields: preset?.fields ?? [] } as const
  const first = await show(server, driver, what)
  server.clock.advance(60 * SECOND)
  expect(await refuse(clerk, first.qr)).toMatchObject({ code: 'code_expired' })
  const second = await show(server, driver, what)
  const seen = await verify(clerk, second.qr)
  expect(seen.fields.map(({ key, value }) => [key, value])).toEqual([
    ['name', '陈建国'],
    ['number', '430224198507120019'],
    ['vehicleClass', 'C1'],
    ['validUntil', '2032-11-19'],
  ])
  expect(await refuse(clerk, second.code ?? '')).toMatchObject({ code: 'presentation_used' })
  const { items } = await server.call('GET /v1/licence-views', { token: driver, query: {} })
  expect(items.map(({ kind, purpose }) => [kind, purpose])).toEqual([
    ['verified', '路检'],
    ['presented', null],
    ['presented', null],
  ])
  const third = await show(server, driver, { ...what, way: 'offline' })
  const { id, licenceId } = await licenceOf(server, driver, 'driving_licence')
  server.fakes.cancelLicence(licenceId)
  expect(await refuse(clerk, third.qr)).toMatchObject({ code: 'licence_revoked' })
  const again = { token: driver, body: { licence: id, fields: ['name'], way: 'online' as const } }
  expect(await server.refused('POST /v1/presentations', again)).toMatchObject({ code: 'licence_revoked' })
})

test('every preset can be shown by somebody who has its licence, both ways', async () => {
  const token = await signInToShow(server, 'chenjianguo')
  const { token: clerk } = await signInStaff(server)
  for (const { type, fields } of LICENCE_PRESETS) {
    for (const way of ['online', 'offline'] as const) {
      const { qr } = await show(server, token, { type, fields, way })
      expect((await verify(clerk, qr)).fields.map(({ key }) => key).sort()).toEqual([...fields].sort())
    }
  }
})
