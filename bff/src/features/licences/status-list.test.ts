import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { CLOCK_SKEW_SECONDS, STATUS_LIST_SECONDS } from '@one-visit/shared/licences/rules'
import { openStatusList, type PlaceState, stateOfPlace } from '@one-visit/shared/licences/status-list'
import { DEPARTMENT_NAMES } from '../../../../scripts/fake-departments/world'
import { licenceOf, show, signInToShow } from '../../../test/licences'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { checkSignature } from '../../platform/signing/suites'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const SECOND = 1_000
const DAY = 86_400_000
const inflate = async (packed: Uint8Array, maxOutputLength: number): Promise<Uint8Array> =>
  promisify<Uint8Array, object, Buffer>(inflateRaw)(packed, { maxOutputLength })

/** What somebody who checks offline knows of a place, with nothing but what is published. */
async function published(place: number): Promise<PlaceState | 'status_stale' | 'status_invalid'> {
  const { keys } = await server.call('GET /.well-known/jwks.json', {})
  const list = await server.call('GET /.well-known/licence-status.json', {})
  const checks = { keys, now: server.clock.now(), skewSeconds: CLOCK_SKEW_SECONDS, checkSignature, inflate }
  const opened = await openStatusList(list, checks)
  return 'failure' in opened ? opened.failure : stateOfPlace(opened.bits, place)
}

/** 陈建国's ID card, shown offline, and its place in the list. */
async function shownOffline(): Promise<{ token: string; licenceId: string; place: number }> {
  const token = await signInToShow(server, 'chenjianguo')
  const { licenceId } = await licenceOf(server, token, 'id_card')
  return { token, licenceId, place: await placeOf(token) }
}

async function placeOf(token: string): Promise<number> {
  const { qr } = await show(server, token, { way: 'offline' })
  const checked = server.deps.signer.verifyOfflineLicence(qr)
  if ('failure' in checked) throw new Error(checked.failure)
  return checked.content.statusIndex
}

test('a licence cancelled at the library is in the published list within a minute', async () => {
  const { licenceId, place } = await shownOffline()
  await server.runJob('licence-status')
  expect(await published(place)).toBe('good')
  server.fakes.cancelLicence(licenceId)
  // The job runs each 30 s; a list that was asked for just before is answered for some seconds more.
  server.clock.advance(30 * SECOND)
  await published(place)
  await server.runJob('licence-status')
  server.clock.advance(10 * SECOND)
  expect(40).toBeLessThan(STATUS_LIST_SECONDS)
  expect(await published(place)).toBe('revoked')
})

test('there is a list before the job has run, and it covers the places given out after it', async () => {
  expect(await published(0)).toBe('good')
  const { place } = await shownOffline()
  expect(await published(place)).toBe('good')
})

test('a cancellation that anybody sees is in the next list, without asking about it again', async () => {
  const { token, licenceId, place } = await shownOffline()
  server.fakes.cancelLicence(licenceId)
  server.clock.advance(31 * SECOND)
  await licenceOf(server, token, 'id_card')
  const asked = server.fakes.calls()['licence_library/certificates/states']
  await server.runJob('licence-status')
  expect([await published(place), server.fakes.calls()['licence_library/certificates/states']]).toEqual(['revoked', asked])
})

test('while the library is down nobody vouches for anything: the last list ends', async () => {
  const { place } = await shownOffline()
  await server.runJob('licence-status')
  server.fakes.setFault('licence_library', { mode: 'refuse' })
  server.clock.advance(50 * SECOND)
  await server.runJob('licence-status')
  expect(await published(place)).toBe('good')
  server.clock.advance(41 * SECOND)
  expect(await published(place)).toBe('status_stale')
  server.fakes.clearFaults()
  await server.runJob('licence-status')
  server.clock.advance(6 * SECOND)
  expect(await published(place)).toBe('good')
})

test('the first list waits for the library', async () => {
  await shownOffline()
  server.fakes.setFault('licence_library', { mode: 'refuse' })
  expect(await server.refused('GET /.well-known/licence-status.json', {})).toMatchObject({ code: 'department_unavailable' })
})

test('a day after it was last shown a licence is asked about no more', async () => {
  await shownOffline()
  server.clock.advance(DAY - SECOND)
  await server.runJob('licence-status')
  expect(await server.database.read.sql<object[]>`SELECT place FROM licence_status_places`).toHaveLength(1)
  server.clock.advance(2 * SECOND)
  await server.runJob('licence-status')
  expect(await server.database.read.sql<object[]>`SELECT place FROM licence_status_places`).toEqual([])
})

test('one that is shown again after the library has taken the cancellation back is good again', async () => {
  const { token, place } = await shownOffline()
  const at = server.clock.now().toISOString()
  await server.database.inTransaction((tx) => tx.affected`UPDATE licence_status_places SET revoked_at = ${at}`)
  server.clock.advance(SECOND)
  expect(await placeOf(token)).toBe(place)
  await server.runJob('licence-status')
  expect(await published(place)).toBe('good')
})

const PUBLISHED = ['/.well-known/jwks.json', '/.well-known/licence-status.json'] as const
const ELSEWHERE = { origin: 'https://verify.example' }
const corsOf = ({ headers }: Response) => [...headers].filter(([name]) => name.startsWith('access-control-'))

describe('pages of any origin', () => {
  test.each(PUBLISHED)('may read %s, keep it for less than a minute, and ask again by its tag', async (path) => {
    const reply = await fetch(server.url + path, { headers: ELSEWHERE })
    expect(corsOf(reply)).toEqual([['access-control-allow-origin', '*']])
    expect(reply.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(reply.headers.get('cache-control')).toMatch(/^public, max-age=[1-6]0$/)
    const etag = reply.headers.get('etag') ?? ''
    const again = await fetch(server.url + path, {
      headers: { ...ELSEWHERE, 'if-none-match': etag, 'cache-control': 'max-age=0' },
    })
    expect([etag, again.status, corsOf(again).length]).toEqual([expect.stringMatching(/^(W\/)?"[\w-]{22}"$/), 304, 1])
  })

  test('can read why the list cannot be had, which nobody keeps', async () => {
    await shownOffline()
    server.fakes.setFault('licence_library', { mode: 'refuse' })
    const refused = await fetch(server.url + PUBLISHED[1], { headers: ELSEWHERE })
    expect([refused.status, refused.headers.get('cache-control'), corsOf(refused).length]).toEqual([503, 'no-store', 1])
  })

  test.each(['GET /v1/status', 'GET /v1/licences', 'GET /openapi.json', `OPTIONS ${PUBLISHED[0]}`])(
    'may not ask %s',
    async (ask) => {
      const [method = '', path = ''] = ask.split(' ')
      expect(corsOf(await fetch(server.url + path, { method, headers: ELSEWHERE }))).toEqual([])
    },
  )
})

test.each(PUBLISHED)('%s is there while every department is down', async (path) => {
  await shownOffline()
  await server.runJob('licence-status')
  for (const department of DEPARTMENT_NAMES) server.fakes.setFault(department, { mode: 'refuse' })
  server.clock.advance(50 * SECOND)
  await server.runJob('licence-status')
  expect((await fetch(server.url + path)).status).toBe(200)
})
