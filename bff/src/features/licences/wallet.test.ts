import { LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { licenceOf } from '../../../test/licences'
import { person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000
const DAY = 86_400_000
const NOW = '2026-11-21T01:02:03.000Z'

const walletOf = (token: string) => server.call('GET /v1/licences', { token })
const one = (token: string, id: string) => server.call('GET /v1/licences/:id', { token, params: { id } })

describe('the wallet', () => {
  test('has the licences of every department, those that end soon first', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const { items, missing } = await walletOf(token)
    expect(items.map(({ type, state }) => [type, state])).toEqual([
      ['id_card', 'expiring'],
      ['passport', 'expiring'],
      ['household_register', 'valid'],
      ['social_security_card', 'valid'],
      ['medical_insurance', 'valid'],
      ['driving_licence', 'valid'],
      ['vehicle_licence', 'valid'],
      ['birth_certificate', 'valid'],
      ['business_licence', 'valid'],
    ])
    expect(missing).toEqual([{ type: 'hk_macau_permit', reason: '没有办过，或者还没有电子证照。', unavailable: false }])
    expect(items[0]).toMatchObject({
      holder: '陈建国',
      validUntil: '2026-12-16',
      asOf: NOW,
      stale: false,
      licenceId: server.fakes.licenceIdsOf('chenjianguo')['中华人民共和国居民身份证'],
      fields: expect.arrayContaining([
        { key: 'number', label: '公民身份号码', value: person('chenjianguo').residentId, sensitive: true },
        { key: 'over18', label: '已满 18 岁', value: '是', sensitive: false },
      ]) as unknown,
    })
  })

  test('says what has ended and what was cancelled', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { licenceId } = await licenceOf(server, token, 'hk_macau_permit')
    expect((await walletOf(token)).items[0]).toMatchObject({ type: 'driving_licence', state: 'expired' })
    server.fakes.cancelLicence(licenceId)
    server.clock.advance(MINUTE)
    expect((await walletOf(token)).items.at(-1)).toMatchObject({ type: 'hk_macau_permit', state: 'revoked' })
  })

  test('needs a real name', async () => {
    const { token } = await signInBySms(server, person('chenjianguo').phone)
    expect(await server.refused('GET /v1/licences', { token })).toMatchObject({ code: 'real_name_required' })
  })

  test('a department that is down hides nothing of the others and is not taken for a licence that never was', async () => {
    server.fakes.setFault('insurance', { mode: 'refuse' })
    const { token } = await signInVerified(server, 'chenjianguo')
    const { items, missing } = await walletOf(token)
    expect(items.map(({ type }) => type)).toContain('id_card')
    expect(missing).toContainEqual({
      type: 'medical_insurance',
      reason: '医疗保障系统暂时不能用。请稍后再看。',
      unavailable: true,
    })
  })

  test('nor does one that does not answer, which is not waited for', async () => {
    server.fakes.setFault('health', { mode: 'hang' })
    server.fakes.setFault('insurance', { mode: 'hang' })
    const { token } = await signInVerified(server, 'chenjianguo')
    const { items, missing } = await walletOf(token)
    expect(items).toHaveLength(7)
    expect(missing).toContainEqual({ type: 'medical_insurance', reason: '医疗保障系统响应太慢。请稍后再看。', unavailable: true })
  })

  test('with everything down it is empty and says why, kind by kind', async () => {
    for (const department of ['licence_library', 'insurance', 'health'] as const)
      server.fakes.setFault(department, { mode: 'bad_json' })
    const { token } = await signInVerified(server, 'chenjianguo')
    const { items, missing } = await walletOf(token)
    expect([items, missing.map(({ type }) => type)]).toEqual([[], LICENCE_TYPES])
    expect(missing.every(({ unavailable }) => unavailable)).toBe(true)
  })

  test('with the library down the last copy is shown with its time, for seven days', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const before = await walletOf(token)
    server.fakes.setFault('licence_library', { mode: 'refuse' })
    server.clock.advance(6 * DAY)
    const { items } = await walletOf(token)
    expect(items).toHaveLength(before.items.length)
    expect(items.find(({ type }) => type === 'id_card')).toMatchObject({ asOf: NOW, stale: true, id: before.items[0]?.id })
    expect(items.find(({ type }) => type === 'medical_insurance')).toMatchObject({ stale: false })
    server.clock.advance(2 * DAY)
    expect((await walletOf(token)).missing).toContainEqual(expect.objectContaining({ type: 'id_card', unavailable: true }))
  })
})

describe('one licence', () => {
  test('is found by the id of the wallet, which stays', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    for (const type of ['id_card', 'medical_insurance', 'birth_certificate'] as const) {
      const licence = await licenceOf(server, token, type)
      server.clock.advance(MINUTE)
      expect(await one(token, licence.id)).toEqual({ ...licence, asOf: server.clock.now().toISOString() })
    }
  })

  test('comes while departments that do not have it hang', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const { id } = await licenceOf(server, token, 'passport')
    server.clock.advance(MINUTE)
    server.fakes.setFault('health', { mode: 'hang' })
    expect(await one(token, id)).toMatchObject({ type: 'passport', stale: false })
  })

  test('of somebody else is not found, nor is one that is none', async () => {
    const mine = await signInVerified(server, 'chenjianguo')
    const { id } = await licenceOf(server, mine.token, 'birth_certificate')
    // The child's own account has the same certificate, under an id of its own.
    const { token } = await signInVerified(server, 'zhangwei')
    expect((await licenceOf(server, token, 'birth_certificate')).id).not.toBe(id)
    for (const wrong of [id, '0190b5a2-7c1e-7000-8000-000000000001'])
      expect(await server.refused('GET /v1/licences/:id', { token, params: { id: wrong } })).toMatchObject({ code: 'not_found' })
  })

  test('is not said not to exist while a department that may have it is down', async () => {
    const { token } = await signInVerified(server, 'liuzhiqiang')
    server.fakes.setFault('insurance', { mode: 'refuse' })
    const params = { id: '0190b5a2-7c1e-7000-8000-000000000001' }
    expect(await server.refused('GET /v1/licences/:id', { token, params })).toMatchObject({ code: 'department_unavailable' })
  })
})

describe('contributions', () => {
  const contributions = (token: string) => server.call('GET /v1/social-security/contributions', { token })

  test('come with their months', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const { months, last, asOf, stale } = await contributions(token)
    expect(months).toBeGreaterThan(0)
    expect(last[0]).toMatchObject({
      month: expect.stringMatching(/^2026-/) as unknown,
      base: expect.stringMatching(/元$/) as unknown,
    })
    expect([asOf, stale]).toEqual([NOW, false])
  })

  test('are the last copy when the department is down, and its problem without one', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    server.fakes.setFault('social_security', { mode: 'refuse' })
    expect(await server.refused('GET /v1/social-security/contributions', { token })).toMatchObject({
      code: 'department_unavailable',
    })
    server.fakes.clearFaults()
    server.clock.advance(MINUTE)
    const before = await contributions(token)
    server.fakes.setFault('social_security', { mode: 'refuse' })
    server.clock.advance(DAY)
    expect(await contributions(token)).toEqual({ ...before, stale: true })
  })
})
