import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { textOf } from '../testing/licence-text'
import { someone, STRANGER } from '../testing/people'
import { createHealthClient, type HealthClient } from './client'

const HOUR_MS = 3_600_000
let desk: DepartmentDesk
let health: HealthClient
beforeEach(async () => {
  desk = await openDesk()
  health = createHealthClient(desk)
})
afterEach(() => desk.close())

const CHEN = someone('chenjianguo')
const LIU = someone('liuzhiqiang')

it('tells the colour with its reason, and when it ends by itself', async () => {
  expect((await health.code(CHEN)).value).toEqual({ colour: 'green', reason: '没有发现需要关注的情况', expiresAt: null })
  expect((await health.code(LIU)).value).toMatchObject({ colour: 'yellow', expiresAt: '2026-11-24T01:02:03.000Z' })
  desk.clock.advance(72 * HOUR_MS)
  expect((await health.code(LIU)).value).toMatchObject({ colour: 'green' })
})

it('asks again about a colour that has just ended, however fresh the copy is', async () => {
  desk.clock.advance(72 * HOUR_MS - 1_000)
  expect((await health.code(LIU)).value).toMatchObject({ colour: 'yellow' })
  desk.clock.advance(1_000)
  expect(await health.code(LIU)).toMatchObject({ value: { colour: 'green' }, stale: false })
})

it('sees another colour a minute later', async () => {
  await health.code(CHEN)
  desk.fakes.setHealthColour('chenjianguo', { colour: 'red', cause: '确诊', until: null })
  expect((await health.code(CHEN)).value).toMatchObject({ colour: 'green' })
  desk.clock.advance(60_000)
  expect((await health.code(CHEN)).value).toEqual({ colour: 'red', reason: '确诊', expiresAt: null })
})

it('somebody whom the department does not know has no code, no test and no dose', async () => {
  expect((await health.code(STRANGER)).value).toBeNull()
  expect((await health.tests(STRANGER)).value).toEqual([])
  expect((await health.vaccinationsToShow(STRANGER)).value).toEqual([])
})

it('tells tests newest first, with times in UTC', async () => {
  desk.fakes.addHealthTest({ person: 'chenjianguo', place: '接种点', result: 'pending' })
  const { value } = await health.tests(CHEN)
  expect(value.map(({ takenAt, result }) => [takenAt, result])).toEqual([
    ['2026-11-21T01:02:03.000Z', 'pending'],
    ['2026-11-20T05:02:03.000Z', 'negative'],
    ['2026-10-31T05:02:03.000Z', 'negative'],
  ])
})

it('shows the last copies for 24 hours when the department is down', async () => {
  const questions = [health.code, health.tests, health.vaccinationsToShow]
  for (const ask of questions) await ask(CHEN)
  desk.fakes.setFault('health', { mode: 'refuse' })
  desk.clock.advance(24 * HOUR_MS - 1)
  for (const ask of questions) expect(await ask(CHEN)).toMatchObject({ stale: true })
  desk.clock.advance(1)
  for (const ask of questions) await expect(ask(CHEN)).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('finds a birth certificate by the child and by a parent, and nobody else', async () => {
  const [byParent] = (await health.birthCertificates(CHEN)).value
  const [byChild] = (await health.birthCertificates(someone('zhangwei'))).value
  expect(byParent!.licenceId).toBe(byChild!.licenceId)
  expect(byParent).toMatchObject({ type: 'birth_certificate', issuedOn: '2016-03-04', validUntil: null, state: 'valid' })
  expect(textOf(byParent!)).toMatchObject({ name: '张伟', number: 'Q430001627', sex: '男', birthTime: '2016-02-29 08:35' })
  expect(JSON.stringify(byParent)).not.toMatch(/张伟|张敏|Q430001627/)
  expect((await health.birthCertificates(LIU)).value).toEqual([])
})

it('the library has the same certificate under the same id', async () => {
  const [certificate] = (await health.birthCertificates(CHEN)).value
  expect(desk.fakes.licenceIdsOf('zhangwei')['出生医学证明']).toBe(certificate!.licenceId)
  desk.fakes.cancelLicence(certificate!.licenceId)
  desk.clock.advance(30_000)
  expect((await health.birthCertificates(CHEN)).value).toMatchObject([{ state: 'cancelled' }])
})

it('a reply that does not fit is no answer', async () => {
  desk.fakes.setFault('health', { mode: 'wrong_shape' })
  for (const ask of [health.code, health.tests, health.vaccinationsToShow, health.birthCertificates])
    await expect(ask(CHEN)).rejects.toMatchObject({ code: 'department_invalid_reply' })
})

it('does not wait longer than its policy says', async () => {
  await desk.close()
  desk = await openDesk({ deadlineMs: 50, retries: 0 })
  desk.fakes.setFault('health', { mode: 'hang' })
  await expect(createHealthClient(desk).code(CHEN)).rejects.toMatchObject({ code: 'department_timeout' })
})
