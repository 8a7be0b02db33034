import { person, signInVerified } from '../../../../test/people'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { daughterAsks, mandateCode, motherAndDaughter, otherCode, VISITS, WEEK } from './testing/mandate-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOTHER = person('wangxiuying').phone

const answer = (token: string, id: string, accept: boolean) => ({ token, params: { id }, body: { accept } })
const code = (token: string, id: string, typed: string) => ({ token, params: { id }, body: { code: typed } })
const visits = (token: string, mandate: string) => ({ token, mandate })

describe('asked by the family', () => {
  test('it waits for the person, allows nothing meanwhile, and tells them in the app', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    expect(mandate).toMatchObject({
      principal: '王*英',
      actor: { kind: 'resident', name: '李*红', office: null },
      scope: [{ operation: 'book_visits', items: [{ id: 'household', name: '户籍和身份证' }] }],
      ...{ status: 'pending', evidence: null, startsAt: null, expiresAt: '2026-11-22T01:02:03.000Z', taskId: null },
    })
    expect(await server.refused('GET /v1/appointments', visits(daughter, mandate.id))).toMatchObject({
      code: 'mandate_not_active',
    })
    expect((await server.call('GET /v1/mandates', { token: mother })).given).toEqual([mandate])
    expect((await server.call('GET /v1/mandates', { token: daughter })).held).toEqual([mandate])
    const { items } = await server.call('GET /v1/messages', { token: mother, query: {} })
    expect(items[0]).toMatchObject({ kind: 'proxy', title: '有人想替您办事', link: expect.stringContaining(mandate.id) })
  })

  test('the person agrees in the app, and it holds for as long as was asked', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    const active = await server.call('POST /v1/mandates/:id/answer', answer(mother, mandate.id, true))
    expect(active).toMatchObject({ status: 'active', evidence: 'app', expiresAt: '2026-11-28T01:02:03.000Z' })
    expect(await server.call('GET /v1/appointments', visits(daughter, mandate.id))).toMatchObject({ active: [] })
    expect(await server.refused('POST /v1/mandates/:id/answer', answer(mother, mandate.id, true))).toMatchObject({
      code: 'mandate_not_pending',
    })
  })

  test('the person who does not agree is asked no more', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    await server.call('POST /v1/mandates/:id/answer', answer(mother, mandate.id, false))
    expect(await server.refused('GET /v1/appointments', visits(daughter, mandate.id))).toMatchObject({ code: 'mandate_ended' })
    expect(await server.call('GET /v1/mandates/:id', { token: daughter, params: { id: mandate.id } })).toMatchObject({
      status: 'refused',
    })
  })

  test('when it is withdrawn before an answer, the person is told that there is nothing to answer any more', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    await server.call('DELETE /v1/mandates/:id', { token: daughter, params: { id: mandate.id } })
    await server.runJob('outbox')
    const { items } = await server.call('GET /v1/messages', { token: mother, query: {} })
    expect(items[0]).toMatchObject({ title: '申请撤回了', body: expect.stringContaining('您不用答复了') })
  })

  test('the code that the person reads out counts once', async () => {
    const { daughter, mandate } = await daughterAsks(server)
    const typed = code(daughter, mandate.id, mandateCode(server, MOTHER))
    const [first, second] = await Promise.allSettled([
      server.call('POST /v1/mandates/:id/code', typed),
      server.call('POST /v1/mandates/:id/code', typed),
    ])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(
      await server.refused('POST /v1/mandates/:id/code', { ...typed, deviceId: '7d9f2a3e-0000-4000-8000-000000000001' }),
    ).toMatchObject({
      code: 'mandate_not_pending',
    })
    expect(await server.call('GET /v1/mandates/:id', { token: daughter, params: { id: mandate.id } })).toMatchObject({
      status: 'active',
      evidence: 'phone_code',
    })
  })

  test('a code is for its own mandate, for five minutes, and guessing ends after five', async () => {
    const { mother, daughter, member, mandate } = await daughterAsks(server)
    const old = mandateCode(server, MOTHER)
    server.clock.advance(2 * MINUTE)
    const other = { member, scope: VISITS, days: 3 }
    const next = await server.call('POST /v1/mandates', { token: daughter, body: other })
    await server.runJob('outbox')
    expect(next.id).not.toBe(mandate.id)
    expect(await server.refused('POST /v1/mandates/:id/code', code(daughter, mandate.id, old))).toMatchObject({
      code: 'mandate_not_pending',
    })
    expect(await server.refused('POST /v1/mandates/:id/code', code(daughter, next.id, old))).toMatchObject({
      code: 'code_invalid',
    })
    const right = mandateCode(server, MOTHER)
    server.clock.advance(5 * MINUTE)
    expect(await server.refused('POST /v1/mandates/:id/code', code(daughter, next.id, right))).toMatchObject({
      code: 'code_invalid',
    })
    for (let guess = 0; guess < 3; guess += 1)
      await server.refused('POST /v1/mandates/:id/code', code(daughter, next.id, otherCode(right)))
    expect(await server.refused('POST /v1/mandates/:id/code', code(daughter, next.id, right))).toMatchObject({
      code: 'too_many_attempts',
    })
    expect(await server.call('POST /v1/mandates/:id/answer', answer(mother, next.id, true))).toMatchObject({ status: 'active' })
  })

  test('it lapses after a day', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    server.clock.advance(DAY)
    expect(await server.refused('POST /v1/mandates/:id/answer', answer(mother, mandate.id, true))).toMatchObject({
      code: 'mandate_not_pending',
    })
    expect((await server.call('GET /v1/mandates', { token: daughter })).held).toMatchObject([
      { status: 'expired', ending: 'expired', endedAt: mandate.expiresAt },
    ])
  })

  test('asking for the same again, also at once, is the same mandate and one code', async () => {
    const { daughter, member } = await motherAndDaughter(server)
    const ask = { token: daughter, body: { member, ...WEEK } }
    const all = await Promise.all([1, 2, 3].map(() => server.call('POST /v1/mandates', ask)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    await server.runJob('outbox')
    expect(server.fakes.smsSent(MOTHER).filter(({ template }) => template === 'mandate_code')).toHaveLength(1)
  })

  test('for somebody who is not of the family, or an item that the county does not have, it is refused', async () => {
    const { daughter, member } = await motherAndDaughter(server)
    const stranger = { member: '01890000-0000-7000-8000-000000000000', ...WEEK }
    expect(await server.refused('POST /v1/mandates', { token: daughter, body: stranger })).toMatchObject({ code: 'not_found' })
    const unknown = { member, days: 7, scope: [{ operation: 'book_visits' as const, items: ['weddings'] }] }
    expect(await server.refused('POST /v1/mandates', { token: daughter, body: unknown })).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'scope.0.items' }],
    })
  })

  test('another’s mandate is not there, for reading, answering, codes, slips or ending', async () => {
    const { mandate, daughter } = await daughterAsks(server)
    const { token } = await signInVerified(server, 'chenjianguo')
    const its = { token, params: { id: mandate.id } }
    const refusals = await Promise.all([
      server.refused('GET /v1/mandates/:id', its),
      server.refused('GET /v1/mandates/:id/acts', its),
      server.refused('GET /v1/mandates/:id/slip', its),
      server.refused('DELETE /v1/mandates/:id', its),
      server.refused('POST /v1/mandates/:id/answer', answer(token, mandate.id, true)),
      server.refused('POST /v1/mandates/:id/answer', answer(daughter, mandate.id, true)),
      server.refused('POST /v1/mandates/:id/code', code(token, mandate.id, mandateCode(server, MOTHER))),
    ])
    expect(new Set(refusals.map((refusal) => refusal.code))).toEqual(new Set(['not_found']))
    expect(await server.refused('GET /v1/appointments', visits(token, mandate.id))).toMatchObject({ code: 'mandate_unknown' })
  })

  test('who acts for somebody gives, ends and reads no mandates for them', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    await server.call('POST /v1/mandates/:id/answer', answer(mother, mandate.id, true))
    expect(await server.refused('GET /v1/mandates', visits(daughter, mandate.id))).toMatchObject({ code: 'mandate_scope' })
  })
})

describe('ending', () => {
  test.each(['mother', 'daughter'] as const)('by the %s holds for the very next request', async (side) => {
    const asked = await daughterAsks(server)
    const id = asked.mandate.id
    await server.call('POST /v1/mandates/:id/answer', answer(asked.mother, id, true))
    await server.call('GET /v1/appointments', visits(asked.daughter, id))
    await server.call('DELETE /v1/mandates/:id', { token: asked[side], params: { id } })
    await server.call('DELETE /v1/mandates/:id', { token: asked[side], params: { id } })
    expect(await server.refused('GET /v1/appointments', visits(asked.daughter, id))).toMatchObject({ code: 'mandate_ended' })
    expect(await server.call('GET /v1/mandates/:id', { token: asked.mother, params: { id } })).toMatchObject({
      status: 'ended',
      ending: side === 'mother' ? 'person_app' : 'actor',
    })
  })

  test('by the clock: the last moment is the last', async () => {
    const { mother, daughter, mandate } = await daughterAsks(server)
    await server.call('POST /v1/mandates/:id/answer', answer(mother, mandate.id, true))
    server.clock.advance(7 * DAY - 1)
    await server.call('GET /v1/appointments', visits(daughter, mandate.id))
    server.clock.advance(1)
    expect(await server.refused('GET /v1/appointments', visits(daughter, mandate.id))).toMatchObject({ code: 'mandate_expired' })
    expect((await server.call('GET /v1/mandates', { token: mother })).given).toMatchObject([{ status: 'expired' }])
  })

  test.each(['mother', 'daughter'] as const)('with the account of the %s; the export held it', async (side) => {
    const { mandate, ...tokens } = await daughterAsks(server)
    await server.call('POST /v1/mandates/:id/answer', answer(tokens.mother, mandate.id, true))
    await server.call('GET /v1/appointments', visits(tokens.daughter, mandate.id))
    const { mandates } = await server.call('GET /v1/account/export', { token: tokens[side] })
    const acts = [expect.objectContaining({ what: '查看预约', refused: false })]
    expect(mandates).toMatchObject([{ side: side === 'mother' ? 'given' : 'held', id: mandate.id, acts }])
    await server.call('POST /v1/account/deletion', { token: tokens[side], body: { confirm: '注销' } })
    const left = side === 'mother' ? tokens.daughter : tokens.mother
    const { given, held } = await server.call('GET /v1/mandates', { token: left })
    expect([...given, ...held]).toMatchObject([{ status: 'ended', ending: 'account_deleted' }])
    if (side === 'mother')
      expect(await server.refused('GET /v1/appointments', visits(left, mandate.id))).toMatchObject({ code: 'mandate_ended' })
  })
})
