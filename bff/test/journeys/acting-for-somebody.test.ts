import { familyHand, giveMandate, type Hand, volunteerHand } from '../mandates'
import { person, signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

interface Asker {
  readonly token: string
  readonly mandate?: string
}

const self = { params: { person: 'self' } } as const
const SECOND = 1_000

/** Everything that can be looked up with a mandate, as it names its person. */
async function lookUpAll(who: Asker): Promise<string[]> {
  const [code, licences, cases, idCards, permits] = await Promise.all([
    server.call('GET /v1/health-codes/:person', { ...who, ...self }),
    server.call('GET /v1/licences', who),
    server.call('GET /v1/cases', who),
    server.call('GET /v1/progress/id-card', who),
    server.call('GET /v1/progress/exit-entry', who),
  ])
  const applicants = [cases, idCards, permits].flatMap(({ items }) => items.map(({ applicant }) => applicant))
  return [
    ...new Set([code.person.name, ...licences.items.map(({ holder }) => `${holder[0]}*${holder.slice(-1)}`), ...applicants]),
  ]
}

const MOTHER = '王*英'
const DAUGHTER = '李*红'

/** The daughter, who may do everything for her mother. */
async function daughterOfWang(): Promise<{ own: Hand; forMother: Required<Asker> }> {
  const own = await familyHand(server)
  return { own, forMother: { token: own.token, mandate: await giveMandate(server, 'wangxiuying', { to: own }) } }
}

describe('what is seen with a mandate is the person’s alone', () => {
  test('asked at the same time, with and without it, in whatever order', async () => {
    const { own, forMother } = await daughterOfWang()
    const asked = await Promise.all([own, forMother, own, forMother].map((who) => lookUpAll({ ...who })))
    expect(asked).toEqual([[DAUGHTER], [MOTHER], [DAUGHTER], [MOTHER]])
    server.clock.advance(60 * SECOND)
    expect([await lookUpAll(forMother), await lookUpAll(own)]).toEqual([[MOTHER], [DAUGHTER]])
  })

  test('from old copies too, when no department answers', async () => {
    const { own, forMother } = await daughterOfWang()
    await lookUpAll(forMother)
    await lookUpAll(own)
    for (const department of ['police', 'cases', 'health', 'licence_library', 'insurance', 'communications'] as const)
      server.fakes.setFault(department, { mode: 'refuse' })
    server.clock.advance(120 * SECOND)
    expect([await lookUpAll(own), await lookUpAll(forMother)]).toEqual([[DAUGHTER], [MOTHER]])
  })

  test('a copy that one of them made is no copy for the other', async () => {
    const { own, forMother } = await daughterOfWang()
    await server.call('GET /v1/cases', forMother)
    server.fakes.setFault('cases', { mode: 'refuse' })
    server.fakes.setFault('police', { mode: 'refuse' })
    server.clock.advance(120 * SECOND)
    expect((await server.call('GET /v1/cases', forMother)).items.map(({ applicant }) => applicant)).toContain(MOTHER)
    expect(await server.call('GET /v1/cases', { token: own.token })).toMatchObject({ items: [], missing: { length: 3 } })
  })

  test('people for whom the same volunteer acts are kept apart', async () => {
    const volunteer = await volunteerHand(server)
    const asked = await Promise.all(
      ['wangxiuying', 'liuzhiqiang', 'lixiaohong'].map(async (key) => {
        const mandate = await giveMandate(server, key, { to: volunteer })
        return lookUpAll({ token: volunteer.token, mandate })
      }),
    )
    expect(asked).toEqual([[MOTHER], ['刘*强', '茶*部'], [DAUGHTER]])
  })
})

describe('how far the person’s cases are', () => {
  test('is seen, but not followed: nothing goes on after the mandate has ended', async () => {
    const mother = await signInVerified(server, 'wangxiuying')
    const { own, forMother } = await daughterOfWang()
    const { items } = await server.call('GET /v1/cases', { token: mother.token })
    const proof = items[0]?.followProof ?? ''
    await server.call('POST /v1/follows', { token: mother.token, body: { proof } })
    const seen = await server.call('GET /v1/cases', forMother)
    expect(seen.items.map(({ caseNumber }) => caseNumber)).toEqual(items.map(({ caseNumber }) => caseNumber))
    expect(new Set(seen.items.flatMap(({ followId, followProof }) => [followId, followProof]))).toEqual(new Set([null]))
    expect((await server.call('GET /v1/follows', { token: own.token })).items).toEqual([])
  })
})

describe('the health code', () => {
  test('is the person’s, can be checked by anybody, and is renewed', async () => {
    const { forMother } = await daughterOfWang()
    expect(await server.call('GET /v1/health-codes/:person', { ...forMother, ...self })).toMatchObject({
      person: { name: MOTHER },
    })
    const { value } = await server.call('POST /v1/health-codes/:person/token', { ...forMother, ...self })
    expect(await server.call('POST /v1/health-code-checks', { body: { token: value } })).toMatchObject({ name: MOTHER })
  })

  test('of nobody else: neither the person’s family nor that of the one who acts', async () => {
    const chen = await signInVerified(server, 'chenjianguo')
    const { name, residentId } = person('zhangwei')
    const child = await server.call('POST /v1/family', { token: chen.token, body: { relation: 'child', name, residentId } })
    const volunteer = await volunteerHand(server)
    const [forChen, chenForWang] = [
      { token: volunteer.token, mandate: await giveMandate(server, 'chenjianguo', { to: volunteer }) },
      {
        token: chen.token,
        mandate: await giveMandate(server, 'wangxiuying', {
          to: { token: chen.token, actor: { kind: 'resident', id: chen.account.id } },
        }),
      },
    ]
    for (const who of [forChen, chenForWang]) {
      const ref = { ...who, params: { person: child.id } }
      expect(await server.refused('GET /v1/health-codes/:person', ref)).toMatchObject({ status: 403, code: 'mandate_scope' })
      expect(await server.refused('POST /v1/health-codes/:person/token', ref)).toMatchObject({ code: 'mandate_scope' })
    }
  })
})

describe('the person', () => {
  test('reads in their own list of activity who did what: themselves, the family, a volunteer', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const { forMother } = await daughterOfWang()
    const volunteer = await volunteerHand(server)
    await server.refused('GET /v1/cases', { ...forMother, mandate: await givenAndEnded(volunteer), token: volunteer.token })
    await server.refused('GET /v1/follows', forMother)
    const { items } = await server.call('GET /v1/account/activity', { token, query: {} })
    expect(items.filter(({ event }) => event === 'acting_refused').map(({ actor }) => actor)).toEqual(['family', 'volunteer'])
    expect(items.find(({ event }) => event === 'real_name_verified')).toMatchObject({ actor: 'self' })
  })

  test('who deletes the account leaves no reply behind that was kept for those who acted', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const volunteer = await volunteerHand(server)
    const by = { token: volunteer.token, mandate: await giveMandate(server, 'wangxiuying', { to: volunteer }) }
    const { items } = await server.call('GET /v1/licences', by)
    const body = { licence: items[0]?.id ?? '', fields: ['name'], way: 'online' as const }
    await server.call('POST /v1/presentations', { ...by, body })
    const kept = () =>
      server.database.read.sql<object[]>`SELECT key FROM idempotency_keys WHERE endpoint = 'POST /v1/presentations'`
    expect(await kept()).toHaveLength(1)
    await server.call('POST /v1/step-up/sms-codes', { token })
    const code = server.fakes.smsSent(person('wangxiuying').phone).at(-1)?.params['code'] ?? ''
    await server.call('POST /v1/step-up', { token, body: { method: 'sms', code } })
    await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
    expect(await kept()).toEqual([])
  })
})

const givenAndEnded = (to: Hand): Promise<string> => giveMandate(server, 'wangxiuying', { to, status: 'ended' })
