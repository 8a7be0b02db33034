import { lastCode, person, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { addFamily, answerFamily, familyInput, familyOf, motherAsked } from './testing/family-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000

describe('who may not', () => {
  test('a wrong name and a number that does not exist are refused alike', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { residentId } = person('wangxiuying')
    const refuse = (body: { name: string; residentId: string }) =>
      server.refused('POST /v1/family', { token, body: { ...body, relation: 'other' } })
    const mismatch = await refuse({ name: '王秀兰', residentId })
    const unknown = await refuse({ name: '王秀兰', residentId: '43022419480312004X' })
    expect(mismatch).toMatchObject({ code: 'real_name_mismatch', fields: [{ path: 'name' }, { path: 'residentId' }] })
    expect({ ...mismatch, requestId: '' }).toEqual({ ...unknown, requestId: '' })
  })

  test('nobody tries names on numbers for long, and one that is right in between does not help', async () => {
    await signInVerified(server, 'wangxiuying')
    const { token } = await signInVerified(server, 'lixiaohong')
    const wrong = { ...familyInput('chenjianguo'), name: '陈建军' }
    for (let guess = 0; guess < 12; guess += 1) {
      if (guess % 3 === 0) await addFamily(server, token, 'wangxiuying')
      else await server.refused('POST /v1/family', { token, body: wrong })
      server.clock.advance(MINUTE)
    }
    expect(await server.refused('POST /v1/family', { token, body: familyInput('chenjianguo') })).toMatchObject({
      code: 'too_many_attempts',
    })
  })

  test('nobody adds themselves', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    expect(await server.refused('POST /v1/family', { token, body: familyInput('lixiaohong') })).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'residentId' }],
    })
  })

  test('a stranger can neither answer, confirm, remove nor see an entry, and learns nothing of it', async () => {
    const { member } = await motherAsked(server)
    const { token } = await signInVerified(server, 'chenjianguo')
    const params = { id: member.id }
    const code = lastCode(server, person('wangxiuying').phone)
    const refusals = [
      await server.refused('POST /v1/family/:id/answer', { token, params, body: { accept: true } }),
      await server.refused('POST /v1/family/:id/answer', { token, params, body: { accept: false } }),
      await server.refused('POST /v1/family/:id/code', { token, params, body: { code } }),
      await server.refused('DELETE /v1/family/:id', { token, params }),
      await server.refused('DELETE /v1/family/:id', { token, params: { id: '0190b5a2-7c1e-7000-8000-000000000001' } }),
    ]
    for (const refusal of refusals) expect({ ...refusal, requestId: '' }).toEqual({ ...refusals[0], requestId: '' })
    expect(refusals[0]).toMatchObject({ code: 'not_found' })
    expect(await familyOf(server, token)).toEqual({ members: [], viewers: [] })
  })

  test('the asker cannot answer in the place of the person asked, nor the person confirm for the asker', async () => {
    const { daughter, mother, member } = await motherAsked(server)
    const params = { id: member.id }
    const code = lastCode(server, person('wangxiuying').phone)
    const byAsker = { token: daughter, params, body: { accept: true } }
    expect(await server.refused('POST /v1/family/:id/answer', byAsker)).toMatchObject({ code: 'not_found' })
    expect(await server.refused('POST /v1/family/:id/code', { token: mother, params, body: { code } })).toMatchObject({
      code: 'not_found',
    })
  })

  test('a fourth account is refused while three have the person, asked or agreed', async () => {
    const { mother } = await motherAsked(server)
    const { token: second } = await signInVerified(server, 'chenjianguo')
    const { token: third } = await signInVerified(server, 'liuzhiqiang')
    const { token: fourth } = await signInVerified(server, 'zhangwei')
    await addFamily(server, second, 'wangxiuying')
    const { id } = await addFamily(server, third, 'wangxiuying')
    await answerFamily(server, mother, id, true)
    expect(await server.refused('POST /v1/family', { token: fourth, body: familyInput('wangxiuying') })).toMatchObject({
      code: 'family_limit_reached',
    })
    await server.call('DELETE /v1/family/:id', { token: mother, params: { id } })
    expect(await addFamily(server, fourth, 'wangxiuying')).toMatchObject({ status: 'pending' })
  })
})
