import { randomUUID } from 'node:crypto'
import { licenceOf, show, signInToShow } from '../../../test/licences'
import { signInVerified } from '../../../test/people'
import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const SECOND = 1_000
const MINUTE = 60_000
const WAYS = ['online', 'offline'] as const
const PURPOSE = '办理落户'

const verify = (token: string, code: string) => server.call('POST /v1/verifications', { token, body: { code, purpose: PURPOSE } })
const refuse = (token: string, code: string) =>
  server.refused('POST /v1/verifications', { token, body: { code, purpose: PURPOSE } })

/** A holder who shows name and number, and a clerk who checks. */
async function shown(way: 'online' | 'offline') {
  const holder = await signInToShow(server, 'chenjianguo')
  const { token: clerk } = await signInStaff(server)
  return { holder, clerk, presentation: await show(server, holder, { way }) }
}

describe('a check', () => {
  test.each(WAYS)('%s gives the chosen fields and nothing else', async (way) => {
    const { clerk, presentation } = await shown(way)
    server.clock.advance(10 * SECOND)
    const seen = await verify(clerk, presentation.qr)
    expect(seen).toEqual({
      id: expect.any(String) as unknown,
      ...{ way, type: 'id_card', issuer: '茶陵县公安局' },
      fields: [
        { key: 'name', label: '姓名', value: '陈建国' },
        { key: 'number', label: '公民身份号码', value: '430224198507120019' },
      ],
      ...{ asOf: '2026-11-21T01:02:13.000Z', verifiedAt: '2026-11-21T01:02:13.000Z' },
    })
  })

  test('takes a typed code as people type', async () => {
    const { clerk, presentation } = await shown('online')
    const code = presentation.code ?? ''
    const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `
    expect(await verify(clerk, typed)).toMatchObject({ way: 'online', type: 'id_card' })
    expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'presentation_used' })
  })

  test.each(WAYS)('%s is once: of what follows each is refused', async (way) => {
    const { clerk, presentation } = await shown(way)
    await verify(clerk, presentation.qr)
    const { token: other } = await signInStaff(server, 'volunteer')
    for (const token of [clerk, other]) expect(await refuse(token, presentation.qr)).toMatchObject({ code: 'presentation_used' })
  })

  test.each(WAYS)('%s whose answer was lost is answered again, also when the presentation is long gone', async (way) => {
    const { clerk, presentation } = await shown(way)
    const request = { token: clerk, idempotencyKey: randomUUID(), body: { code: presentation.qr, purpose: PURPOSE } }
    const first = await server.call('POST /v1/verifications', request)
    expect(await server.call('POST /v1/verifications', request)).toEqual(first)
    server.clock.advance(20 * MINUTE)
    server.clock.advance(50 * MINUTE)
    await server.runJob('licence-presentations')
    const { token } = await signInStaff(server)
    expect(await server.call('POST /v1/verifications', { ...request, token })).toEqual(first)
  })

  test.each(WAYS)('%s of a hundred at the same time exactly one succeeds', async (way) => {
    const { presentation } = await shown(way)
    const names = ['clerk', 'township-clerk', 'volunteer', 'supervisor', 'admin'] as const
    const staff = await Promise.all(names.map((name) => signInStaff(server, name)))
    const checks = Array.from({ length: 100 }, (_, at) => verify(staff[at % names.length]?.token ?? '', presentation.qr))
    const outcomes = await Promise.allSettled(checks)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => String(reason))
    expect(refused).toHaveLength(99)
    expect(refused.filter((reason) => !reason.includes('presentation_used'))).toEqual([])
    const views = await server.database.read.sql<object[]>`SELECT id FROM licence_views WHERE kind = 'verified'`
    expect(views).toHaveLength(1)
  })
})

describe('is refused', () => {
  test('for what is no code of ours, each with its own reason', async () => {
    const { clerk, presentation } = await shown('offline')
    const { qr } = presentation
    const codes = {
      'OV1P:12': 'presentation_unknown',
      [`OV1P:${'0'.repeat(64)}`]: 'presentation_unknown',
      ABCDEFGHJK: 'presentation_unknown',
      你好: 'presentation_unknown',
      'OV1L:ABC': 'code_unknown_key',
      [`${qr.slice(0, -4)}${qr.endsWith('0000') ? '1' : '0'}000`]: 'code_altered',
    }
    for (const [code, problem] of Object.entries(codes)) expect(await refuse(clerk, code)).toMatchObject({ code: problem })
    const { value } = await healthToken()
    expect(await refuse(clerk, value)).toMatchObject({ code: 'presentation_unknown', detail: '这是健康码，不是证照的出示码。' })
  })

  const healthToken = async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    return server.call('POST /v1/health-codes/:person/token', { token, params: { person: 'self' } })
  }

  test.each(WAYS)('%s after a minute', async (way) => {
    const { clerk, presentation } = await shown(way)
    server.clock.advance(MINUTE)
    expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'code_expired' })
  })

  test('for a genuine code whose presentation is gone with its account', async () => {
    const { holder, clerk, presentation } = await shown('offline')
    await server.call('POST /v1/account/deletion', { token: holder, body: { confirm: '注销' } })
    expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'presentation_unknown' })
  })

  test('to residents, and to nobody', async () => {
    const { holder, presentation } = await shown('online')
    expect(await refuse(holder, presentation.qr)).toMatchObject({ code: 'not_allowed' })
  })

  test.each(WAYS)('%s when the library has cancelled it since', async (way) => {
    const { holder, clerk, presentation } = await shown(way)
    const { licenceId } = await licenceOf(server, holder, 'id_card')
    server.fakes.cancelLicence(licenceId)
    expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'licence_revoked' })
    // And stays refused when nobody can be asked any more.
    server.fakes.setFault('licence_library', { mode: 'refuse' })
    expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'licence_revoked' })
  })

  test.each(WAYS)('%s when its last day has ended since', async (way) => {
    server.clock.advance(Date.parse('2026-12-16T23:59:59+08:00') - server.clock.now().getTime())
    const { clerk, presentation } = await shown(way)
    server.clock.advance(SECOND)
    expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'licence_expired' })
  })

  test('after ten codes that were typed wrong, for that member of staff only', async () => {
    const { clerk, presentation } = await shown('online')
    for (let guess = 0; guess < 10; guess += 1)
      expect(await refuse(clerk, `ABCDEFGHJ${String((guess % 8) + 2)}`)).toMatchObject({ code: 'presentation_unknown' })
    expect(await refuse(clerk, presentation.code ?? '')).toMatchObject({
      code: 'too_many_attempts',
      retryAfter: expect.any(Number) as unknown,
    })
    const { token } = await signInStaff(server, 'supervisor')
    expect(await verify(token, presentation.code ?? '')).toMatchObject({ type: 'id_card' })
  })
})

test.each(WAYS)('%s with the library down, what it said when the licence was shown counts, with its time', async (way) => {
  const { clerk, presentation } = await shown(way)
  server.fakes.setFault('licence_library', { mode: 'refuse' })
  server.clock.advance(40 * SECOND)
  expect(await verify(clerk, presentation.qr)).toMatchObject({
    asOf: '2026-11-21T01:02:03.000Z',
    verifiedAt: '2026-11-21T01:02:43.000Z',
  })
})

test('a cancellation that the holder’s phone has seen stops what is shown, though the library is down since', async () => {
  const { holder, clerk, presentation } = await shown('online')
  const { licenceId } = await licenceOf(server, holder, 'id_card')
  server.fakes.cancelLicence(licenceId)
  server.clock.advance(31 * SECOND)
  expect(await licenceOf(server, holder, 'id_card')).toMatchObject({ state: 'revoked' })
  server.fakes.setFault('licence_library', { mode: 'refuse' })
  expect(await refuse(clerk, presentation.qr)).toMatchObject({ code: 'licence_revoked' })
})
