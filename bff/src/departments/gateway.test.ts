import { PEOPLE } from '../../../scripts/fake-departments/people'
import type { Fault } from '../../../scripts/fake-departments/faults'
import { sensitive } from '../platform/sensitive'
import { createCasesClient } from './cases/client'
import type { DepartmentPerson } from './department-person'
import { createPoliceClient } from './police/client'
import { createSmsClient } from './sms/client'
import { type DepartmentDesk, openDesk, until } from './testing/department-desk'

let desk: DepartmentDesk
afterEach(async () => {
  jest.restoreAllMocks()
  await desk.close()
})

const ownerOf = (key: string): DepartmentPerson => {
  const person = PEOPLE.find((one) => one.key === key)!
  return { residentId: sensitive(person.residentId), owner: `index-${key}` }
}
const CHEN = ownerOf('chenjianguo')
const police = () => createPoliceClient(desk)
const cases = () => createCasesClient(desk)

const FAULTS: [string, Fault, string][] = [
  ['hangs', { mode: 'hang' }, 'department_timeout'],
  ['is slower than the deadline', { latencyMs: 1_000 }, 'department_timeout'],
  ['refuses connections', { mode: 'refuse' }, 'department_unavailable'],
  ['answers with errors', { errorRate: 1 }, 'department_unavailable'],
  ['sends bad JSON', { mode: 'bad_json' }, 'department_invalid_reply'],
  ['sends another shape', { mode: 'wrong_shape' }, 'department_invalid_reply'],
]
const QUICK = { deadlineMs: 400, retries: 1 }

describe.each(FAULTS)('a department that %s', (_, fault, code) => {
  beforeEach(async () => {
    desk = await openDesk(QUICK)
  })

  it('is a problem of its own kind that names the department', async () => {
    desk.fakes.setFault('police', fault)
    await expect(police().idCardApplications(CHEN)).rejects.toMatchObject({ code, detail: expect.stringContaining('公安') })
  })

  it('is replaced by the last copy with the time it was true', async () => {
    const before = await police().idCardApplications(CHEN)
    const asOf = desk.clock.now()
    desk.clock.advance(3_600_000)
    desk.fakes.setFault('police', fault)
    const copy = await police().idCardApplications(CHEN)
    expect(copy).toMatchObject({ stale: true, asOf })
    expect(copy.value.map((one) => one.caseNumber)).toEqual(before.value.map((one) => one.caseNumber))
  })

  it('never vouches for a real name from a copy', async () => {
    const [name, id] = [sensitive('陈建国'), CHEN.residentId]
    expect(await police().verifyRealName(name, id)).toBe('match')
    desk.fakes.setFault('police', fault)
    await expect(police().verifyRealName(name, id)).rejects.toMatchObject({ code })
  })

  it('leaves no name, number or secret in the log', async () => {
    desk.fakes.setFault('cases', fault)
    await expect(cases().lookUpByPassword('430224-2026-000123', sensitive('A1B2C3'))).rejects.toMatchObject({ code })
    expect(desk.logged.join('')).toContain(code)
    expect(desk.logged.join('')).not.toMatch(/A1B2C3|陈建国|demo-tif-token/)
  })
})

describe('copies', () => {
  it('answer without a call while they are fresh, and are renewed after', async () => {
    desk = await openDesk()
    await police().idCardApplications(CHEN)
    desk.clock.advance(29_000)
    expect((await police().idCardApplications(CHEN)).stale).toBe(false)
    expect(desk.calls('police')).toBe(1)
    desk.clock.advance(2_000)
    expect((await police().idCardApplications(CHEN)).asOf).toEqual(desk.clock.now())
    expect(desk.calls('police')).toBe(2)
  })

  it('are not shown when they are older than the policy allows', async () => {
    desk = await openDesk({ staleSeconds: 60, retries: 0 })
    await police().idCardApplications(CHEN)
    desk.clock.advance(61_000)
    desk.fakes.setFault('police', { mode: 'refuse' })
    await expect(police().idCardApplications(CHEN)).rejects.toMatchObject({ code: 'department_unavailable' })
  })

  it('never cross from one person to another', async () => {
    desk = await openDesk({ retries: 0 })
    const mine = await police().exitEntryApplications(CHEN)
    desk.fakes.setFault('police', { mode: 'refuse' })
    await expect(police().exitEntryApplications(ownerOf('lixiaohong'))).rejects.toMatchObject({ code: 'department_unavailable' })
    expect(mine.value).toHaveLength(1)
  })

  it('of a case open only with the secret that opened it before', async () => {
    desk = await openDesk({ retries: 0 })
    await cases().lookUpByPassword('430224-2026-000123', sensitive('A1B2C3'))
    desk.fakes.setFault('cases', { mode: 'refuse' })
    expect((await cases().lookUpByPassword('430224-2026-000123', sensitive('A1B2C3'))).value).not.toBeNull()
    await expect(cases().lookUpByPassword('430224-2026-000123', sensitive('WRONG1'))).rejects.toMatchObject({
      code: 'department_unavailable',
    })
  })
})

describe('retries', () => {
  it('repeat a read, and never a message', async () => {
    desk = await openDesk({ breakerFailures: 50 })
    desk.fakes.setFault('police', { errorRate: 1 })
    desk.fakes.setFault('sms', { errorRate: 1 })
    await expect(police().idCardApplications(CHEN)).rejects.toMatchObject({ code: 'department_unavailable' })
    await expect(createSmsClient(desk).send(sensitive('13800000002'), 'case_changed', {})).rejects.toMatchObject({
      code: 'department_unavailable',
    })
    expect([desk.calls('police'), desk.calls('sms')]).toEqual([3, 1])
  })
})

describe('the breaker', () => {
  const fail = () => expect(police().idCardApplications(CHEN)).rejects.toMatchObject({ code: 'department_unavailable' })
  const stateOf = () => desk.gateway.status().find(({ department }) => department === 'police')?.state

  beforeEach(async () => {
    desk = await openDesk({ retries: 0, breakerFailures: 3, breakerOpenMs: 10_000, freshSeconds: 0, staleSeconds: 0 })
    desk.fakes.setFault('police', { mode: 'refuse' })
    for (let call = 0; call < 3; call++) await fail()
  })

  /** The breaker reads the system's clock. */
  const pass = (ms: number): void => {
    const now = Date.now()
    jest.spyOn(Date, 'now').mockReturnValue(now + ms)
  }

  it('opens after failures in a row: no more calls arrive, and people are told when to try again', async () => {
    const arrived = desk.calls('police')
    await expect(police().idCardApplications(CHEN)).rejects.toMatchObject({ code: 'department_unavailable', retryAfter: 10 })
    expect(desk.calls('police')).toBe(arrived)
    expect(stateOf()).toBe('down')
  })

  it('lets one call through after a while, and closes when it succeeds', async () => {
    desk.fakes.clearFaults()
    await fail()
    pass(10_001)
    expect((await police().idCardApplications(CHEN)).stale).toBe(false)
    for (let call = 0; call < 5; call++) await police().idCardApplications(CHEN)
    expect(stateOf()).toBe('up')
  })

  it('opens again when that call fails', async () => {
    pass(10_001)
    await fail()
    const arrived = desk.calls('police')
    await fail()
    expect(desk.calls('police')).toBe(arrived)
  })

  it('lets nobody wait for the call that tests the department', async () => {
    desk.fakes.setFault('police', { latencyMs: 300 })
    pass(10_001)
    const arrived = desk.calls('police')
    const test = police().idCardApplications(CHEN)
    await until(() => desk.calls('police') > arrived)
    let tested = false
    void test.then(() => (tested = true))
    await expect(police().idCardApplications(ownerOf('wangxiuying'))).rejects.toMatchObject({ code: 'department_unavailable' })
    expect(tested).toBe(false)
    await test
  })
})

describe('places', () => {
  it('are limited: the call that finds none is refused while the others still wait', async () => {
    desk = await openDesk({ concurrent: 1, queue: 1, deadlineMs: 1_000, staleSeconds: 0 })
    desk.fakes.setFault('police', { mode: 'hang' })
    const waiting = [police().idCardApplications(CHEN), police().idCardApplications(ownerOf('wangxiuying'))]
    const settled = Promise.allSettled(waiting)
    await expect(police().idCardApplications(ownerOf('lixiaohong'))).rejects.toMatchObject({
      code: 'department_unavailable',
      detail: expect.stringContaining('太多'),
    })
    // Looked at now: when the first call's time is up, the second may have a moment left to go in its place.
    expect(desk.calls('police')).toBeLessThanOrEqual(1)
    expect((await settled).map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual([
      'department_timeout',
      'department_timeout',
    ])
  })

  it('of one department are no other’s: cases answer while police hang', async () => {
    desk = await openDesk({ concurrent: 2, queue: 0, deadlineMs: 2_000 })
    desk.fakes.setFault('police', { mode: 'hang' })
    let policeSettled = false
    const stuck = Promise.allSettled([police().idCardApplications(CHEN), police().idCardApplications(ownerOf('wangxiuying'))])
    void stuck.then(() => (policeSettled = true))
    await until(() => desk.calls('police') === 2)
    const found = await cases().casesOf(CHEN)
    expect(found.value.length).toBeGreaterThan(0)
    expect(policeSettled).toBe(false)
    await stuck
  })
})

describe('identical look-ups at once', () => {
  it('are one call', async () => {
    desk = await openDesk({ freshSeconds: 0 })
    desk.fakes.setFault('police', { latencyMs: 100 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => police().idCardApplications(CHEN)))
    expect(desk.calls('police')).toBe(1)
    expect(new Set(answers.map(({ value }) => value[0]?.caseNumber)).size).toBe(1)
  })

  it('go on for the others when one caller leaves', async () => {
    desk = await openDesk()
    desk.fakes.setFault('cases', { latencyMs: 200 })
    const controller = new AbortController()
    const call = {
      department: 'cases',
      operation: 'casesOf',
      method: 'POST',
      path: 'cases/of-person',
      body: { idNumber: CHEN.residentId.reveal() },
      schema: (await import('./cases/reply')).CasesReply,
      cacheKey: { owner: CHEN.owner, question: 'cases' },
    } as const
    const leaving = desk.gateway.call({ ...call, signal: controller.signal })
    const staying = desk.gateway.call(call)
    await until(() => desk.calls('cases') === 1)
    controller.abort(new Error('gone'))
    await expect(leaving).rejects.toThrow('gone')
    expect((await staying).value.data?.cases.length).toBeGreaterThan(0)
    expect(desk.calls('cases')).toBe(1)
  })
})
