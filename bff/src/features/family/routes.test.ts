import { lastCode, person, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { addFamily, answerFamily, confirmation, familyInput, familyOf, motherAsked } from './testing/family-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const DAY = 86_400_000

describe('an adult', () => {
  test('is shown once they agree in their own account, which both sides then see', async () => {
    const { daughter, mother, member } = await motherAsked(server)
    expect(member).toMatchObject({ name: '王*英', relation: 'parent', status: 'pending', evidence: 'consent', elder: true })
    expect(member).toMatchObject({ boundAt: null, expiresAt: '2026-11-28T01:02:03.000Z' })
    const viewers = [{ id: member.id, name: '李*红', relation: 'child', status: 'pending', askedAt: '2026-11-21T01:02:03.000Z' }]
    expect(await familyOf(server, mother)).toEqual({ members: [], viewers })
    await answerFamily(server, mother, member.id, true)
    const agreed = { ...member, status: 'active', boundAt: '2026-11-21T01:02:03.000Z', expiresAt: null }
    expect(await familyOf(server, daughter)).toEqual({ members: [agreed], viewers: [] })
    expect((await familyOf(server, mother)).viewers).toMatchObject([{ status: 'active' }])
  })

  test('or once the asker enters the code that the adult’s own phone received', async () => {
    const { daughter, member } = await motherAsked(server)
    const sent = server.fakes.smsSent(person('wangxiuying').phone).at(-1)
    expect(sent).toMatchObject({ template: 'family_code', params: { asker: '李*红', minutes: '5' } })
    const code = lastCode(server, person('wangxiuying').phone)
    expect(await server.call('POST /v1/family/:id/code', confirmation(daughter, member.id, code))).toMatchObject({
      status: 'active',
    })
    server.clock.advance(400 * DAY)
    await server.runJob('forget-expired')
    const { token } = await signInVerified(server, 'lixiaohong')
    expect((await familyOf(server, token)).members).toMatchObject([{ id: member.id, status: 'active' }])
  })

  test('who says no is gone from the list, and so is who said yes first', async () => {
    const { daughter, mother, member } = await motherAsked(server)
    await answerFamily(server, mother, member.id, false)
    expect(await familyOf(server, daughter)).toEqual({ members: [], viewers: [] })
    const again = await addFamily(server, daughter, 'wangxiuying')
    await answerFamily(server, mother, again.id, true)
    await answerFamily(server, mother, again.id, true)
    await answerFamily(server, mother, again.id, false)
    expect(await familyOf(server, daughter)).toEqual({ members: [], viewers: [] })
  })

  test('who never answers is asked for seven days', async () => {
    const { daughter, mother, member } = await motherAsked(server)
    server.clock.advance(7 * DAY)
    expect(await familyOf(server, daughter)).toEqual({ members: [], viewers: [] })
    expect(
      await server.refused('POST /v1/family/:id/answer', { token: mother, params: { id: member.id }, body: { accept: true } }),
    ).toMatchObject({ code: 'not_found' })
    expect(await addFamily(server, daughter, 'wangxiuying')).toMatchObject({
      status: 'pending',
      expiresAt: '2026-12-05T01:02:03.000Z',
    })
  })

  test('without an account cannot be asked, and the refusal says where to go', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    expect(await server.refused('POST /v1/family', { token, body: familyInput('wangxiuying') })).toMatchObject({
      code: 'consent_not_possible',
      action: expect.stringContaining('登录并实名'),
    })
  })

  test('without a phone is not sent a code, and the asker cannot tell', async () => {
    const { member: withPhone } = await motherAsked(server)
    await server.database.inTransaction((tx) => tx.affected`UPDATE accounts SET phone_index = NULL, phone_sealed = NULL`)
    const { token } = await signInVerified(server, 'chenjianguo')
    const before = server.fakes.smsSent().length
    const member = await addFamily(server, token, 'wangxiuying')
    await server.runJob('outbox')
    expect(server.fakes.smsSent()).toHaveLength(before)
    expect({ ...member, id: '' }).toEqual({ ...withPhone, id: '' })
  })
})

describe('a minor', () => {
  test('of the same household is shown at once, and can be taken off from their side too', async () => {
    const { token: father } = await signInVerified(server, 'chenjianguo')
    const { token: child } = await signInVerified(server, 'zhangwei')
    const member = await addFamily(server, father, 'zhangwei', 'child')
    expect(member).toMatchObject({ name: '张*', status: 'active', evidence: 'household', elder: false, expiresAt: null })
    expect(member.boundAt).toBe('2026-11-21T01:02:03.000Z')
    expect(await addFamily(server, father, 'zhangwei', 'child')).toEqual(member)
    expect((await familyOf(server, child)).viewers).toMatchObject([
      { id: member.id, name: '陈*国', relation: 'parent', status: 'active' },
    ])
    await server.call('DELETE /v1/family/:id', { token: child, params: { id: member.id } })
    expect(await familyOf(server, father)).toEqual({ members: [], viewers: [] })
  })

  test('of another household is refused, whether or not they have an account', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const before = await server.refused('POST /v1/family', { token, body: familyInput('zhangwei', 'child') })
    expect(before).toMatchObject({ code: 'not_same_household', action: expect.stringContaining('户口簿') })
    await signInVerified(server, 'zhangwei')
    const after = await server.refused('POST /v1/family', { token, body: familyInput('zhangwei', 'child') })
    expect({ ...after, requestId: '' }).toEqual({ ...before, requestId: '' })
  })

  test('stays shown when the police cannot be asked, but nobody new is', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const member = await addFamily(server, token, 'zhangwei', 'child')
    server.fakes.setFault('police', { mode: 'refuse' })
    expect((await familyOf(server, token)).members).toEqual([member])
    await server.call('DELETE /v1/family/:id', { token, params: { id: member.id } })
    expect(await server.refused('POST /v1/family', { token, body: familyInput('zhangwei', 'child') })).toMatchObject({
      code: 'department_unavailable',
    })
  })
})

test('adding somebody from two devices at once is one entry and one code', async () => {
  await signInVerified(server, 'wangxiuying')
  const { token } = await signInVerified(server, 'lixiaohong')
  const members = await Promise.all([1, 2, 3].map(() => addFamily(server, token, 'wangxiuying')))
  expect(new Set(members.map(({ id }) => id)).size).toBe(1)
  await server.runJob('outbox')
  expect(server.fakes.smsSent().filter(({ template }) => template === 'family_code')).toHaveLength(1)
})

test('both sides read in their activity what was done, and the audit names nobody', async () => {
  const { daughter, mother, member } = await motherAsked(server)
  await answerFamily(server, mother, member.id, true)
  await server.call('DELETE /v1/family/:id', { token: daughter, params: { id: member.id } })
  const titles = async (token: string): Promise<string[]> =>
    (await server.call('GET /v1/account/activity', { token, query: {} })).items.slice(0, 3).map(({ title }) => title)
  const done = ['移出家人', '答复家人的请求', '添加家人']
  expect([await titles(daughter), await titles(mother)]).toEqual([done, done])
})

describe('with the account', () => {
  test('the export holds whom I see and who sees me', async () => {
    const { daughter, mother } = await motherAsked(server)
    const mine = await server.call('GET /v1/account/export', { token: daughter })
    const hers = await server.call('GET /v1/account/export', { token: mother })
    expect(mine.family).toMatchObject([{ side: 'member', name: '王*英' }])
    expect(hers.family).toMatchObject([{ side: 'viewer', name: '李*红' }])
  })

  test.each(['lixiaohong', 'wangxiuying'])('of %s everything about it goes, on both sides', async (key) => {
    const { daughter, mother } = await motherAsked(server)
    const token = key === 'lixiaohong' ? daughter : mother
    await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
    expect(await server.database.read.sql<object[]>`SELECT id FROM family_members`).toEqual([])
  })
})
