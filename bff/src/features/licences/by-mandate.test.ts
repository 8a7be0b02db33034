import type { LicenceType } from '@one-visit/shared/licences/rules'
import { licenceOf, signInToShow } from '../../../test/licences'
import { familyHand, giveMandate, type Hand, volunteerHand } from '../../../test/mandates'
import { lastCode, person, signInVerified } from '../../../test/people'
import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

interface Asker {
  readonly token: string
  readonly mandate?: string
}

/** May show these kinds of the person's licences. */
async function mandateFor(key: string, to: Hand, items: LicenceType[] = ['id_card']): Promise<Required<Asker>> {
  return { token: to.token, mandate: await giveMandate(server, key, { to, scope: [{ operation: 'show_licences', items }] }) }
}

const wallet = (who: Asker) => server.call('GET /v1/licences', who)
const idCardOf = async (who: Asker) => (await wallet(who)).items.find(({ type }) => type === 'id_card')
const toShow = (licence: string, way: 'online' | 'offline' = 'online') => ({
  body: { licence, fields: ['name', 'number'], way },
})

async function stepUp(token: string, key: string): Promise<void> {
  await server.call('POST /v1/step-up/sms-codes', { token })
  await server.call('POST /v1/step-up', { token, body: { method: 'sms', code: lastCode(server, person(key).phone) } })
}

describe('the wallet', () => {
  test('holds the person’s licences of the kinds that are named, and says of no other kind whether there is one', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const all = await wallet({ token })
    const by = await mandateFor('wangxiuying', await volunteerHand(server), ['id_card', 'passport'])
    const shown = await wallet(by)
    expect(shown.items.map(({ type, holder }) => [type, holder])).toEqual([['id_card', person('wangxiuying').name]])
    expect(shown.missing.map(({ type }) => type)).toEqual(['passport'])
    expect(all.items.length).toBeGreaterThan(2)
  })

  test('one licence is opened only if its kind is named', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const [card, voucher] = [await licenceOf(server, token, 'id_card'), await licenceOf(server, token, 'medical_insurance')]
    const by = await mandateFor('wangxiuying', await familyHand(server))
    expect(await server.call('GET /v1/licences/:id', { ...by, params: { id: card.id } })).toEqual(card)
    expect(await server.refused('GET /v1/licences/:id', { ...by, params: { id: voucher.id } })).toMatchObject({
      code: 'mandate_scope',
    })
  })

  test('the licences of the one who acts are none of the person’s', async () => {
    await signInVerified(server, 'wangxiuying')
    const daughter = await familyHand(server)
    const by = await mandateFor('wangxiuying', daughter)
    const own = await licenceOf(server, daughter.token, 'id_card')
    expect(await server.refused('GET /v1/licences/:id', { ...by, params: { id: own.id } })).toMatchObject({ code: 'not_found' })
  })
})

describe('what somebody sees of the person’s licences', () => {
  const views = async (token: string) => (await server.call('GET /v1/licence-views', { token, query: {} })).items

  test('stands in the person’s log: who, which fields, where and when', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const card = await licenceOf(server, token, 'id_card')
    expect(await views(token)).toEqual([])
    const by = await mandateFor('wangxiuying', await volunteerHand(server))
    await server.call('GET /v1/licences/:id', { ...by, params: { id: card.id } })
    expect(await views(token)).toEqual([
      {
        ...{ id: expect.any(String) as unknown, at: '2026-11-21T01:02:03.000Z', kind: 'volunteer_view', type: 'id_card' },
        fields: card.fields.map(({ label }) => label),
        ...{ by: { kind: 'volunteer', name: '刘*强' }, place: '下东街道便民服务中心', purpose: null },
      },
    ])
    const { items } = await server.call('GET /v1/licence-views/export', { token })
    expect(items).toEqual(await views(token))
  })

  test('also of the wallet, which says as much: a line for each kind, and none for what was not seen', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const daughter = await familyHand(server)
    await wallet(await mandateFor('wangxiuying', daughter, ['id_card', 'medical_insurance', 'passport']))
    const lines = (await views(token)).map(({ kind, type, by, place }) => [kind, type, by?.name, place])
    expect(lines.sort()).toEqual([
      ['family_view', 'id_card', '李*红', null],
      ['family_view', 'medical_insurance', '李*红', null],
    ])
    expect(await views(daughter.token)).toEqual([])
  })

  test('once in ten minutes for each who looks; the person’s own looking is nobody’s business', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const [byDaughter, byVolunteer] = [
      await mandateFor('wangxiuying', await familyHand(server)),
      await mandateFor('wangxiuying', await volunteerHand(server)),
    ]
    await wallet({ token })
    const params = { id: (await licenceOf(server, token, 'id_card')).id }
    for (const who of [byDaughter, byVolunteer, byDaughter]) {
      await wallet(who)
      await server.call('GET /v1/licences/:id', { ...who, params })
    }
    expect((await views(token)).map(({ kind }) => kind)).toEqual(['volunteer_view', 'family_view'])
    server.clock.advance(10 * 60_000)
    await wallet(byDaughter)
    expect((await views(token)).map(({ kind }) => kind)).toEqual(['family_view', 'volunteer_view', 'family_view'])
  })

  test('what was refused was not seen', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const voucher = await licenceOf(server, token, 'medical_insurance')
    const by = await mandateFor('wangxiuying', await volunteerHand(server))
    await server.refused('GET /v1/licences/:id', { ...by, params: { id: voucher.id } })
    expect(await views(token)).toEqual([])
  })
})

describe('showing a licence for somebody', () => {
  test('a volunteer shows it, the verifier sees the person’s, and the person reads who it was', async () => {
    const { token, account } = await signInVerified(server, 'wangxiuying')
    const volunteer = await volunteerHand(server)
    const by = await mandateFor('wangxiuying', volunteer)
    const { id } = (await idCardOf(by)) ?? { id: '' }
    const { qr } = await server.call('POST /v1/presentations', { ...by, ...toShow(id) })
    server.clock.advance(1)
    const clerk = await signInStaff(server)
    const seen = await server.call('POST /v1/verifications', { token: clerk.token, body: { code: qr, purpose: '办理补贴' } })
    expect(seen.fields.map(({ value }) => value)).toEqual([person('wangxiuying').name, person('wangxiuying').residentId])
    const { items } = await server.call('GET /v1/licence-views', { token, query: {} })
    expect(items).toMatchObject([
      { kind: 'verified', by: null },
      { kind: 'presented', by: { kind: 'volunteer', name: '刘*强' } },
      { kind: 'volunteer_view', by: { kind: 'volunteer', name: '刘*强' } },
    ])
    const [record] = await server.database.read.sql<object[]>`
      SELECT actor_kind, actor_id, beneficiary_id, mandate_id FROM audit_records WHERE event = 'licence_presented'`
    const actor = { actor_kind: 'volunteer', actor_id: volunteer.actor.id }
    expect(record).toEqual({ ...actor, beneficiary_id: account.id, mandate_id: by.mandate })
  })

  test('a member of the family makes sure once more that it is them; the person’s own step-up is not theirs', async () => {
    const token = await signInToShow(server, 'wangxiuying')
    const { id } = await licenceOf(server, token, 'id_card')
    const daughter = await familyHand(server)
    const by = await mandateFor('wangxiuying', daughter)
    expect(await server.refused('POST /v1/presentations', { ...by, ...toShow(id) })).toMatchObject({ code: 'step_up_required' })
    await stepUp(daughter.token, 'lixiaohong')
    await server.call('POST /v1/presentations', { ...by, ...toShow(id) })
    const { items } = await server.call('GET /v1/licence-views', { token, query: {} })
    expect(items).toMatchObject([{ kind: 'presented', by: { kind: 'family', name: '李*红' } }])
    expect((await server.call('GET /v1/licence-views', { token: daughter.token, query: {} })).items).toEqual([])
    server.clock.advance(15 * 60_000)
    expect(await server.refused('POST /v1/presentations', { ...by, ...toShow(id) })).toMatchObject({ code: 'step_up_required' })
  })

  test('the export says it too, and has no name for somebody whose account is gone', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const daughter = await familyHand(server)
    await stepUp(daughter.token, 'lixiaohong')
    const by = await mandateFor('wangxiuying', daughter)
    const { id } = (await idCardOf(by)) ?? { id: '' }
    await server.call('POST /v1/presentations', { ...by, ...toShow(id) })
    const byWhom = async () => (await server.call('GET /v1/licence-views/export', { token })).items.map((view) => view.by)
    expect(await byWhom()).toEqual([1, 2].map(() => ({ kind: 'family', name: '李*红' })))
    await server.call('POST /v1/account/deletion', { token: daughter.token, body: { confirm: '注销' } })
    expect(await byWhom()).toEqual([1, 2].map(() => ({ kind: 'family', name: null })))
  })

  test('a kind that is not named is neither shown nor taken back', async () => {
    const token = await signInToShow(server, 'wangxiuying')
    const { id } = await licenceOf(server, token, 'medical_insurance')
    const own = await server.call('POST /v1/presentations', { token, ...toShow(id) })
    const by = await mandateFor('wangxiuying', await volunteerHand(server))
    for (const refusal of [
      await server.refused('POST /v1/presentations', { ...by, ...toShow(id) }),
      await server.refused('DELETE /v1/presentations/:id', { ...by, params: { id: own.id } }),
    ])
      expect(refusal).toMatchObject({ code: 'mandate_scope' })
    expect((await server.call('GET /v1/licence-views', { token, query: {} })).items).toHaveLength(1)
  })

  test('what a volunteer shows, the volunteer or the person takes back', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const volunteer = await volunteerHand(server)
    const by = await mandateFor('wangxiuying', volunteer)
    const { id } = (await idCardOf(by)) ?? { id: '' }
    const clerk = await signInStaff(server)
    for (const who of [by, { token }]) {
      const shown = await server.call('POST /v1/presentations', { ...by, ...toShow(id) })
      await server.call('DELETE /v1/presentations/:id', { ...who, params: { id: shown.id } })
      const check = { token: clerk.token, body: { code: shown.qr, purpose: '核对身份' } }
      expect(await server.refused('POST /v1/verifications', check)).toMatchObject({ code: 'code_expired' })
    }
    const ended = await server.database.read.sql<{ actor_kind: string; mandate_id: string | null }[]>`
      SELECT actor_kind, mandate_id FROM audit_records WHERE event = 'presentation_ended' ORDER BY id`
    expect(ended).toEqual([
      { actor_kind: 'volunteer', mandate_id: by.mandate },
      { actor_kind: 'resident', mandate_id: null },
    ])
  })

  test('the same key is one presentation for one mandate', async () => {
    const by = await mandateFor('wangxiuying', await volunteerHand(server))
    const { id } = (await idCardOf(by)) ?? { id: '' }
    const once = { ...toShow(id, 'offline'), idempotencyKey: '01900000-0000-7000-8000-000000000002' }
    const first = await server.call('POST /v1/presentations', { ...by, ...once })
    expect(await server.call('POST /v1/presentations', { ...by, ...once })).toEqual(first)
    const views = await server.database.read.sql<object[]>`SELECT id FROM licence_views WHERE kind = 'presented'`
    expect(views).toHaveLength(1)
  })
})
