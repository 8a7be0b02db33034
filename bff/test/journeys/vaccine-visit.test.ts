import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'
import { openSlots, slotAt } from '../visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

const SHINGLES = { itemGroup: 'shingles-vaccine', date: '2026-11-24' as LocalDate }

async function tryToBook(key: 'chenjianguo' | 'lixiaohong' | 'wangxiuying') {
  const { token } = await signInVerified(server, key)
  const check = await server.call('GET /v1/vaccine-check', { token, query: SHINGLES })
  const { id } = await slotAt(server, 0, SHINGLES)
  return { check, input: { token, body: { slotId: id } } }
}

test('somebody without a dose books the first one', async () => {
  const { check, input } = await tryToBook('chenjianguo')
  expect(check).toMatchObject({ eligible: true, dosesHad: 0, dosesNeeded: 2 })
  expect(await server.call('POST /v1/appointments', input)).toMatchObject({ itemGroup: { name: '带状疱疹疫苗' } })
})

test('somebody whose second dose is not due is told when it is, and cannot book before', async () => {
  const { check, input } = await tryToBook('lixiaohong')
  expect(check).toMatchObject({ eligible: false, earliestDate: '2026-12-31' })
  const refusal = await server.refused('POST /v1/appointments', input)
  expect(refusal).toMatchObject({ code: 'vaccine_not_eligible', detail: check.reason })
})

test('nothing is booked while the health department does not answer; other visits are not touched by it', async () => {
  const { input } = await tryToBook('chenjianguo')
  server.clock.advance(31_000)
  server.fakes.setFault('health', { mode: 'refuse' })
  expect(await server.refused('POST /v1/appointments', input)).toMatchObject({ code: 'department_unavailable' })
  const { id } = await slotAt(server, 0)
  expect(await server.call('POST /v1/appointments', { token: input.token, body: { slotId: id } })).toMatchObject({
    status: 'booked',
  })
})
