import { randomUUID } from 'node:crypto'
import { PRESENTATION_CODE_PATTERN } from '@one-visit/shared/licences/rules'
import { licenceOf, show, signInToShow } from '../../../test/licences'
import { signInVerified } from '../../../test/people'
import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000

type Way = 'online' | 'offline'
const WAYS: readonly Way[] = ['online', 'offline']

const refuseToShow = (token: string, licence: string, fields: string[] = ['name'], way: Way = 'online') =>
  server.refused('POST /v1/presentations', { token, body: { licence, fields, way } })

const rows = () => server.database.read.sql<Record<string, string | null>[]>`SELECT * FROM licence_presentations`

describe('showing a licence', () => {
  test('online is a random number in the QR and a code to be typed, for a minute', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    const shown = await show(server, token, { fields: ['number', 'name', 'number'] })
    expect(shown).toMatchObject({
      way: 'online',
      type: 'id_card',
      fields: [
        { key: 'name', label: '姓名' },
        { key: 'number', label: '公民身份号码' },
      ],
      qr: expect.stringMatching(/^OV1P:[0-9A-F]{64}$/) as unknown,
      code: expect.stringMatching(PRESENTATION_CODE_PATTERN) as unknown,
      expiresAt: '2026-11-21T01:03:03.000Z',
    })
    const other = await show(server, token)
    expect([other.qr === shown.qr, other.code === shown.code]).toEqual([false, false])
  })

  test('offline is the chosen fields themselves, signed, for a minute', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    const { id, qr, code, expiresAt } = await show(server, token, { fields: ['name', 'over18'], way: 'offline' })
    expect([code, expiresAt]).toEqual([null, '2026-11-21T01:03:03.000Z'])
    expect(server.deps.signer.verifyOfflineLicence(qr)).toMatchObject({
      content: {
        type: 'id_card',
        presentationId: id,
        asOf: new Date('2026-11-21T01:02:03.000Z'),
        issuer: '茶陵县公安局',
        fields: [
          ['name', '陈建国'],
          ['over18', '是'],
        ],
      },
    })
  })

  test('a licence keeps its place in the status list, and no two share one', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    const placeOf = async (type: 'id_card' | 'driving_licence') => {
      const checked = server.deps.signer.verifyOfflineLicence(
        (await show(server, token, { type, fields: ['name'], way: 'offline' })).qr,
      )
      return 'content' in checked ? checked.content.statusIndex : -1
    }
    const first = await placeOf('id_card')
    expect([await placeOf('id_card'), (await placeOf('driving_licence')) === first]).toEqual([first, false])
  })

  test('neither number, code nor any value lies open in the database', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    const { qr, code } = await show(server, token)
    const stored = JSON.stringify(await rows())
    for (const secret of [qr, qr.slice(5), code ?? '', '陈建国', '430224198507120019']) expect(stored).not.toContain(secret)
  })

  test('asking twice with one key is one presentation', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    const { id } = await licenceOf(server, token, 'id_card')
    const request = { token, idempotencyKey: randomUUID(), body: { licence: id, fields: ['name'], way: 'online' as const } }
    const shown = await Promise.all([1, 2, 3].map(() => server.call('POST /v1/presentations', request)))
    expect(new Set(shown.map(({ qr }) => qr)).size).toBe(1)
    expect(await rows()).toHaveLength(1)
  })
})

describe('is refused', () => {
  test('until the holder has made sure once more that it is them', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const { id } = await licenceOf(server, token, 'id_card')
    expect(await refuseToShow(token, id)).toMatchObject({ code: 'step_up_required' })
    const shower = await signInToShow(server, 'chenjianguo')
    server.clock.advance(15 * MINUTE)
    expect(await refuseToShow(shower, id)).toMatchObject({ code: 'step_up_required' })
  })

  test.each(WAYS)('%s for fields that the licence does not have', async (way) => {
    // A child is not over 18, so there is nothing to show of it.
    const token = await signInToShow(server, 'zhangwei')
    const { id } = await licenceOf(server, token, 'id_card')
    for (const fields of [['over18'], ['name', 'vehicleClass'], ['__proto__']])
      expect(await refuseToShow(token, id, fields, way)).toMatchObject({ code: 'invalid_input', fields: [{ path: 'fields' }] })
    expect(await refuseToShow(token, id, [], way)).toMatchObject({ code: 'invalid_input' })
    expect(await rows()).toEqual([])
  })

  test.each(WAYS)('%s for a licence of somebody else', async (way) => {
    const other = await signInVerified(server, 'wangxiuying')
    const { id } = await licenceOf(server, other.token, 'id_card')
    const token = await signInToShow(server, 'chenjianguo')
    expect(await refuseToShow(token, id, ['name'], way)).toMatchObject({ code: 'not_found' })
  })

  test.each(WAYS)('%s for a licence that has ended', async (way) => {
    const token = await signInToShow(server, 'lixiaohong')
    const { id } = await licenceOf(server, token, 'driving_licence')
    expect(await refuseToShow(token, id, ['name'], way)).toMatchObject({ code: 'licence_expired' })
  })

  test.each(WAYS)('%s for one cancelled at the library a moment ago, which the last copy still calls valid', async (way) => {
    const token = await signInToShow(server, 'chenjianguo')
    for (const type of ['id_card', 'medical_insurance', 'birth_certificate'] as const) {
      const licence = await licenceOf(server, token, type)
      server.fakes.cancelLicence(licence.licenceId)
      expect(await refuseToShow(token, licence.id, ['name'], way)).toMatchObject({ code: 'licence_revoked' })
      server.clock.advance(MINUTE)
      expect(await refuseToShow(token, licence.id, ['name'], way)).toMatchObject({ code: 'licence_revoked' })
    }
  })

  test.each(WAYS)('%s while the library cannot vouch for it, copy or not', async (way) => {
    const token = await signInToShow(server, 'chenjianguo')
    const { id } = await licenceOf(server, token, 'id_card')
    const voucher = await licenceOf(server, token, 'medical_insurance')
    server.fakes.setFault('licence_library', { mode: 'refuse' })
    for (const licence of [id, voucher.id]) {
      expect(await refuseToShow(token, licence, ['name'], way)).toMatchObject({ code: 'department_unavailable' })
      server.clock.advance(MINUTE)
    }
    server.fakes.clearFaults()
    server.fakes.setFault('insurance', { mode: 'refuse' })
    expect(await refuseToShow(token, voucher.id, ['name'], way)).toMatchObject({
      code: 'department_unavailable',
      detail: '医疗保障系统暂时不能用。',
    })
  })

  test('offline when the fields do not fit into a code: fewer do, and online all of them', async () => {
    const token = await signInToShow(server, 'liuzhiqiang')
    const { id, fields } = await licenceOf(server, token, 'business_licence')
    const all = fields.map(({ key }) => key)
    expect(await refuseToShow(token, id, all, 'offline')).toMatchObject({
      status: 422,
      code: 'code_too_long',
      action: expect.stringContaining('请少选几项') as unknown,
    })
    expect(await rows()).toEqual([])
    const type = 'business_licence'
    expect(await show(server, token, { type, fields: ['name', 'number', 'place'], way: 'offline' })).toMatchObject({
      way: 'offline',
    })
    expect((await show(server, token, { type, fields: all })).fields).toHaveLength(all.length)
  })
})

test.each(['id_card', 'household_register', 'driving_licence', 'vehicle_licence', 'passport', 'business_licence'] as const)(
  'all fields of a %s fit into an offline code',
  async (type) => {
    const token = await signInToShow(server, 'chenjianguo')
    const { fields } = await licenceOf(server, token, type)
    const all = fields.map(({ key }) => key)
    expect((await show(server, token, { type, fields: all, way: 'offline' })).fields).toHaveLength(all.length)
  },
)

describe('ending it', () => {
  test.each(WAYS)('%s holds at once, and may be done twice', async (way) => {
    const token = await signInToShow(server, 'chenjianguo')
    const { token: clerk } = await signInStaff(server)
    const { id, qr } = await show(server, token, { way })
    for (let times = 0; times < 2; times += 1) await server.call('DELETE /v1/presentations/:id', { token, params: { id } })
    const body = { code: qr, purpose: '办理落户' }
    expect(await server.refused('POST /v1/verifications', { token: clerk, body })).toMatchObject({ code: 'code_expired' })
  })

  test('is the holder’s only', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    const { id } = await show(server, token)
    const other = await signInVerified(server, 'wangxiuying')
    const refusal = await server.refused('DELETE /v1/presentations/:id', { token: other.token, params: { id } })
    expect(refusal).toMatchObject({ code: 'not_found' })
    expect((await rows())[0]).toMatchObject({ ended_at: null })
  })
})
