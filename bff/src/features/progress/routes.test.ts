import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const NUMBER = '430224-2026-000123'
const right = { body: { by: 'password', caseNumber: NUMBER, password: 'A1B2C3' } } as const
const MINUTE = 60_000

describe('looking a case up by number and secret', () => {
  test('number and password show how far it is, what to do, and its steps newest first', async () => {
    const found = await server.call('POST /v1/case-look-ups', right)
    expect(found).toMatchObject({
      status: 'correction_needed',
      departmentWords: '补正',
      applicant: '陈*国',
      toDo: expect.stringContaining('租赁合同'),
      stale: false,
      followId: null,
    })
    const times = found.steps.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  test('a number typed in small letters with spaces is the same number', async () => {
    const body = { ...right.body, caseNumber: `  ${NUMBER.toLowerCase()} ` }
    expect(await server.call('POST /v1/case-look-ups', { body })).toMatchObject({ caseNumber: NUMBER })
  })

  test('a wrong pair answers exactly like an unknown number', async () => {
    const wrong = await server.refused('POST /v1/case-look-ups', { body: { ...right.body, password: 'WRONG1' } })
    const unknown = await server.refused('POST /v1/case-look-ups', { body: { ...right.body, caseNumber: '430224-2026-999999' } })
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' })
    expect(wrong).toMatchObject({ code: 'case_not_found', status: 404 })
  })

  test('after five wrong secrets the number waits, whoever asks and whatever they know', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      await server.refused('POST /v1/case-look-ups', { body: { ...right.body, password: `GUESS${guess}` } })
      server.clock.advance(10_000)
    }
    const refusal = await server.refused('POST /v1/case-look-ups', right)
    expect(refusal).toMatchObject({ code: 'too_many_attempts', retryAfter: expect.any(Number) })
    server.clock.advance((refusal.retryAfter ?? 0) * 1000)
    expect(await server.call('POST /v1/case-look-ups', right)).toMatchObject({ caseNumber: NUMBER })
  })

  test('the last four of the ID are taken only from somebody who is signed in', async () => {
    const body = { by: 'id_last_four', caseNumber: NUMBER, lastFour: '0019' } as const
    expect(await server.refused('POST /v1/case-look-ups', { body })).toMatchObject({ code: 'sign_in_required' })
    const { token } = await signInBySms(server, person('chenjianguo').phone)
    expect(await server.call('POST /v1/case-look-ups', { body, token })).toMatchObject({ caseNumber: NUMBER })
  })

  test('a look-up is written down without the number or the secret', async () => {
    await server.call('POST /v1/case-look-ups', right)
    const records = await server.database.read.sql<{ event: string; data: string; subject: string }[]>`
      SELECT event, data, subject FROM audit_records WHERE event = 'case_looked_up'`
    expect(records).toHaveLength(1)
    expect(JSON.stringify(records)).not.toContain(NUMBER)
    expect(server.logged()).not.toContain('A1B2C3')
  })
})

describe('own cases', () => {
  test('they need a real name, and the refusal says so', async () => {
    const { token } = await signInBySms(server, person('chenjianguo').phone)
    expect(await server.refused('GET /v1/cases', { token })).toMatchObject({ code: 'real_name_required', status: 403 })
    expect(await server.refused('GET /v1/progress/id-card', {})).toMatchObject({ code: 'sign_in_required', status: 401 })
  })

  test('the cases of every department come together, newest step first, and nobody else’s', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const { items, missing } = await server.call('GET /v1/cases', { token })
    expect(missing).toEqual([])
    expect(items.map(({ kind }) => kind).sort()).toEqual(['exit_entry', 'general', 'general', 'general', 'id_card'])
    expect(new Set(items.map(({ applicant }) => applicant))).toEqual(new Set(['陈*国']))
    const newest = items.map(({ steps }) => steps[0]?.at ?? '')
    expect(newest).toEqual([...newest].sort().reverse())
  })

  test('a department that is down is named, and the others answer', async () => {
    server.fakes.setFault('police', { mode: 'refuse' })
    const { token } = await provincialSignIn()
    const { items, missing } = await server.call('GET /v1/cases', { token })
    expect(items).toHaveLength(3)
    expect(missing.map(({ department }) => department)).toEqual(['公安（身份证）', '公安（出入境）'])
  })

  test('when a department goes down its last answer is shown, marked as old', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const before = await server.call('GET /v1/progress/id-card', { token })
    server.clock.advance(10 * MINUTE)
    server.fakes.setFault('police', { mode: 'bad_json' })
    const after = await server.call('GET /v1/progress/id-card', { token })
    expect(after.items).toEqual(before.items.map((item) => ({ ...item, followProof: expect.any(String) as string, stale: true })))
  })

  test.each([
    ['bad_json', 'department_invalid_reply', 502],
    ['wrong_shape', 'department_invalid_reply', 502],
    ['refuse', 'department_unavailable', 503],
  ] as const)('with nothing kept, a department that answers %s is a problem of its own kind', async (mode, code, status) => {
    const { token } = await provincialSignIn()
    server.fakes.setFault('police', { mode })
    expect(await server.refused('GET /v1/progress/exit-entry', { token })).toMatchObject({
      code,
      status,
      action: expect.stringContaining('电话'),
    })
  })

  test('with the police hanging, another department’s look-up is answered first', async () => {
    const { token } = await provincialSignIn()
    server.fakes.setFault('police', { mode: 'hang' })
    const order: string[] = []
    const slow = server.refused('GET /v1/progress/id-card', { token }).then(() => order.push('police'))
    await server.call('POST /v1/case-look-ups', right).then(() => order.push('cases'))
    await slow
    expect(order).toEqual(['cases', 'police'])
  })

  const provincialSignIn = () =>
    server.call('POST /v1/sessions/provincial', {
      body: {
        code: 'prov-chenjianguo-1',
        device: { id: '0190b5a2-7c1e-7000-8000-000000000001', label: '测试' },
        consent: PRIVACY_VERSION,
      },
    })
})
