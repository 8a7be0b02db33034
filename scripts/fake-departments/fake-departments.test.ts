import { execFileSync } from 'node:child_process'
import { createHash, createHmac, randomUUID } from 'node:crypto'
import path from 'node:path'
import { isLicenceId } from '@one-visit/shared/kernel/licence-id'
import { isOrganisationId } from '@one-visit/shared/kernel/organisation-id'
import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import { holdings } from './licence-library/holdings'
import { PEOPLE } from './people'
import { type FakeDepartments, startFakeDepartments } from './start'
import { DEMO_TIF } from './tif-check'

let fakes: FakeDepartments
let now = new Date('2026-11-21T01:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-11-21T01:00:00.000Z')
  fakes = await startFakeDepartments({ clock: () => now })
})
afterEach(() => fakes.close())

interface SignOptions {
  readonly token?: string
  readonly nonce?: string
  readonly seconds?: number
  readonly signedBody?: string
}

function headers(
  body: string,
  { token = DEMO_TIF.token, nonce = randomUUID(), seconds = 0, signedBody = body }: SignOptions,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000) + seconds)
  const digest = createHash('sha256').update(signedBody).digest('hex')
  return {
    'x-tif-paasid': DEMO_TIF.paasId,
    'x-tif-timestamp': timestamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': createHash('sha256')
      .update(timestamp + token + nonce + timestamp)
      .digest('hex')
      .toUpperCase(),
    'x-body-digest': createHmac('sha256', token).update(`${timestamp}\n${nonce}\n${digest}`).digest('hex'),
  }
}

interface Reply {
  readonly errcode: number
  readonly data: { readonly case: { readonly status: string } }
}

async function ask(operation: string, body: object, options: SignOptions = {}): Promise<{ status: number; json: Reply }> {
  const text = JSON.stringify(body)
  const response = await fetch(`${fakes.url}/${operation}`, { method: 'POST', body: text, headers: headers(text, options) })
  return { status: response.status, json: (await response.json()) as Reply }
}

const caseWords = async (): Promise<string> =>
  (await ask('cases/cases/look-up', { caseNumber: '430224-2026-000123', password: 'A1B2C3' })).json.data.case.status

test('a signed call is answered, whatever the case of the signature', async () => {
  const { status, json } = await ask('police/real-name/verify', { name: '陈建国', idNumber: PEOPLE[0]?.residentId })
  expect([status, json]).toEqual([200, { errcode: 0, errmsg: 'ok', data: { result: '1' } }])
})

test.each([
  ['a wrong token', { token: 'other' }, 40103],
  ['a clock that is off by more than three minutes', { seconds: 181 }, 40102],
  ['a body that was changed on the way', { signedBody: '{}' }, 40104],
])('%s is refused', async (_, options, errcode) => {
  const { status, json } = await ask('police/real-name/verify', { name: 'x', idNumber: 'y' }, options)
  expect([status, json.errcode]).toEqual([401, errcode])
})

test('a nonce works once', async () => {
  const nonce = 'used-twice'
  expect((await ask('police/id-card/applications', {}, { nonce })).status).toBe(200)
  expect((await ask('police/id-card/applications', {}, { nonce })).json.errcode).toBe(40105)
})

test('the wrong secret and an unknown number get the same answer', async () => {
  const wrong = await ask('cases/cases/look-up', { caseNumber: '430224-2026-000123', password: 'WRONG' })
  const unknown = await ask('cases/cases/look-up', { caseNumber: '430224-2026-999999', password: 'A1B2C3' })
  expect(wrong).toEqual(unknown)
})

test('a case moves on with time, and at once when it is told to', async () => {
  expect(await caseWords()).toBe('补正')
  fakes.advance('430224-2026-000123')
  expect(await caseWords()).toBe('决定')
  now = new Date(now.getTime() + 50 * 3_600_000)
  expect(await caseWords()).toBe('待领取')
})

test('a sign-in code of WeChat works once', async () => {
  const url = `${fakes.url}/wechat/sns/jscode2session?appid=wx-demo-app&secret=demo-wechat-secret&grant_type=authorization_code&js_code=wx-wangxiuying-1`
  const [first, second] = [await (await fetch(url)).json(), await (await fetch(url)).json()]
  expect(first).toEqual({ openid: 'openid-wangxiuying', session_key: expect.any(String) })
  expect(second).toMatchObject({ errcode: 40029 })
})

test('faults are set and taken back over HTTP', async () => {
  await fetch(`${fakes.url}/admin/faults/police`, { method: 'PUT', body: JSON.stringify({ errorRate: 1 }) })
  const spoilt = await fetch(`${fakes.url}/police/id-card/applications`, { method: 'POST' })
  expect(spoilt.status).toBe(500)
  expect(await (await fetch(`${fakes.url}/admin/faults`)).json()).toEqual({ police: { errorRate: 1 } })
  await fetch(`${fakes.url}/admin/faults`, { method: 'DELETE' })
  expect((await ask('police/id-card/applications', {})).status).toBe(200)
})

const admin = async (method: string, path: string, body?: object): Promise<{ status: number; json: Record<string, string> }> => {
  const response = await fetch(`${fakes.url}/admin/${path}`, { method, body: body ? JSON.stringify(body) : null })
  return { status: response.status, json: (await response.json()) as Record<string, string> }
}

test('colours, tests, doses and cancelled licences are written down over HTTP', async () => {
  const idNumber = PEOPLE[0]?.residentId
  const books = async (): Promise<unknown[]> => {
    const asked = ['health-code/query', 'tests/list', 'vaccinations/list'].map((path) => ask(`health/${path}`, { idNumber }))
    return (await Promise.all(asked)).map(({ json }) => json.data)
  }
  expect(await admin('PUT', 'health-colours/chenjianguo', { colour: 'red', cause: '确诊' })).toMatchObject({ status: 200 })
  expect(await admin('POST', 'health-tests/chenjianguo', { place: '采样点', result: 'positive' })).toMatchObject({ status: 200 })
  const dose = { vaccine: '流感疫苗', dose: 1, date: '2026-11-21', place: '接种门诊' }
  expect(await admin('POST', 'doses/chenjianguo', dose)).toMatchObject({ status: 200 })
  expect(await books()).toMatchObject([
    { qrColor: 'R', colorCause: '确诊', colorEndTime: null },
    { samples: expect.arrayContaining([{ sampleTime: '2026-11-21 09:00:00', checkUnit: '采样点', resultFlag: '2' }]) },
    { records: [{ vaccineName: '流感疫苗' }] },
  ])
  const licenceId = (await admin('GET', 'licences/chenjianguo')).json['医保电子凭证']
  const stateOf = async (): Promise<unknown> =>
    (await ask('licence_library/certificates/states', { certificateIdentifiers: [licenceId] })).json.data
  expect(await stateOf()).toMatchObject({ states: [{ status: '1' }] })
  expect((await admin('POST', `licences/${String(licenceId)}/cancel`)).status).toBe(200)
  expect(await stateOf()).toMatchObject({ states: [{ status: '2' }] })
})

test.each([
  ['PUT', 'health-colours/nobody', 404],
  ['PUT', 'health-colours/chenjianguo', 422],
  ['GET', 'licences/nobody', 404],
  ['POST', 'licences/unknown/cancel', 404],
])('%s %s without sense is refused: %i', async (method, path, status) => {
  const body = method === 'PUT' ? { colour: 'blue' } : undefined
  expect((await admin(method, path, body)).status).toBe(status)
})

test('every licence has a valid id of its own, and a business a valid number', () => {
  const held = PEOPLE.map(({ key }) => fakes.licenceIdsOf(key))
  const ids = held.flatMap((one) => Object.values(one))
  expect(ids.filter((id) => !isLicenceId(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  const numbers = holdings(now).flatMap(({ items }) => items['TYSHXYDM'] ?? [])
  expect(numbers.map(isOrganisationId)).toEqual([true, true])
})

test('everybody has a valid number', () => {
  expect(PEOPLE.filter(({ residentId }) => !isResidentId(residentId))).toEqual([])
})

test('production does not run them', () => {
  const run = (): unknown =>
    execFileSync(process.execPath, ['--import', 'tsx', path.join(__dirname, 'main.ts')], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'pipe',
    })
  expect(run).toThrow('do not run in production')
})
