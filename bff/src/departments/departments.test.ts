import { DEMO_TIF } from '../../../scripts/fake-departments/tif-check'
import { type FakeDepartments, startFakeDepartments } from '../../../scripts/fake-departments/start'
import { DEMO_WECHAT } from '../../../scripts/fake-departments/wechat/wechat'
import { SettableClock } from '../../test/settable-clock'
import { testCrypto } from '../../test/test-crypto'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { createMetrics, type Metrics } from '../platform/http/metrics'
import { sensitive } from '../platform/sensitive'
import { createDepartments, type Departments } from './departments'
import { departmentHandlers } from './routes'
import { silent } from './testing/department-desk'

const clock = new SettableClock()
let metrics: Metrics
let fakes: FakeDepartments
let database: TestDatabase
let departments: Departments
beforeEach(async () => {
  metrics = createMetrics()
  fakes = await startFakeDepartments({ clock: () => clock.now() })
  database = await openTestDatabase()
  const at = (name: string) => ({
    baseUrl: `${fakes.url}/${name}`,
    paasId: DEMO_TIF.paasId,
    token: sensitive<string>(DEMO_TIF.token),
  })
  const wechat = {
    baseUrl: `${fakes.url}/wechat`,
    appId: DEMO_WECHAT.appId,
    secret: sensitive<string>(DEMO_WECHAT.secret),
    templates: { caseChanged: DEMO_WECHAT.templateCaseChanged, visit: DEMO_WECHAT.templateVisit },
  }
  const config = {
    departments: {
      police: at('police'),
      cases: at('cases'),
      health: at('health'),
      communications: at('communications'),
      insurance: at('insurance'),
      licenceLibrary: at('licence_library'),
      socialSecurity: at('social_security'),
    },
    sms: at('sms'),
    provincial: at('provincial'),
    wechat,
  }
  departments = createDepartments({ config, database, crypto: testCrypto(), clock, log: silent, metrics })
})
afterEach(async () => {
  await departments.close()
  await fakes.close()
  await database.close()
})

const CHEN = { residentId: sensitive('430224198507120019'), owner: 'index-chen' }

it('wires every client to its department, and the copies and the token to the database', async () => {
  const { police, cases, health, sms, wechat, provincial } = departments.clients
  const { communications, insurance, licenceLibrary, socialSecurity } = departments.clients
  expect((await police.idCardApplications(CHEN)).value).toHaveLength(1)
  expect((await cases.casesOf(CHEN)).value.length).toBeGreaterThan(1)
  expect((await health.vaccinations(CHEN)).value).toEqual([])
  expect((await communications.travelCard(CHEN)).value?.places).toHaveLength(2)
  expect((await insurance.eVoucher(CHEN)).value?.type).toBe('medical_insurance')
  expect((await licenceLibrary.licencesOf(CHEN)).value.length).toBeGreaterThan(5)
  expect((await socialSecurity.contributions(CHEN)).value.months).toBe(186)
  await sms.send(sensitive('13800000002'), 'case_changed', {})
  expect((await wechat.phoneOf('phone-chenjianguo-1')).phone.reveal()).toBe('13800000002')
  expect((await provincial.profileOf('prov-chenjianguo-1')).verified).not.toBeNull()
  const rows = await database.read.sql<{ key: string }[]>`SELECT key FROM department_copies`
  const owners = rows.map(({ key }) => key.split('/')[0])
  expect([owners.filter((owner) => owner === 'index-chen').length, owners.filter((owner) => owner !== 'index-chen')]).toEqual([
    7,
    ['installation'],
  ])
  expect(await metrics.registry.metrics()).toContain(
    'department_call_seconds_count{department="police",operation="idCardApplications",outcome="ok"} 1',
  )
})

it('tells residents which department is down, and that the others work', async () => {
  fakes.setFault('cases', { mode: 'refuse' })
  await departments.clients.cases.lookUpByPassword('430224-2026-000123', sensitive('A1B2C3')).catch(() => null)
  const { 'GET /v1/status': status } = departmentHandlers({ clock, departments })
  const reply = await status({} as Parameters<typeof status>[0])
  const notices = Object.fromEntries(reply.departments.map(({ department, state, notice }) => [department, [state, notice]]))
  expect(notices).toMatchObject({ cases: ['down', expect.stringContaining('上一次的结果')], police: ['up', null] })
})
