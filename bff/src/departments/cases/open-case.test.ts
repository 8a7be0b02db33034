import { randomUUID } from 'node:crypto'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { createCasesClient } from './client'
import type { CaseApplication } from './open-case'

let desk: DepartmentDesk
beforeEach(async () => {
  desk = await openDesk({ freshSeconds: 0 })
})
afterEach(() => desk.close())

const application = (other: Partial<CaseApplication> = {}): CaseApplication => ({
  requestId: randomUUID(),
  item: { id: 'remote-care-filing', name: '异地就医备案', code: null, department: '医保' },
  side: 'county',
  county: { division: '430224', name: '茶陵县' },
  region: { division: '360881', name: '井冈山市' },
  applicant: { name: sensitive('王秀英'), residentId: sensitive('430224194803120023'), phone: null },
  answers: [{ id: 'from', question: '从哪天起？', answer: '2026-12-01' }],
  ...other,
})

it('opens a case with a number, a password that stays out of sight, and the day that is promised', async () => {
  const opening = await createCasesClient(desk).openCase(application())
  expect(opening).toMatchObject({ kind: 'opened', caseNumber: expect.stringMatching(/^430224-/), acceptedBy: '茶陵县医疗保障局' })
  expect(JSON.stringify(opening)).toContain('[redacted]')
})

it('gets the same case for the same application, and a refusal for another of the same item', async () => {
  const cases = createCasesClient(desk)
  const first = application()
  const openings = [await cases.openCase(first), await cases.openCase(first)]
  expect(openings[1]).toMatchObject({ caseNumber: openings[0]?.kind === 'opened' ? openings[0].caseNumber : '' })
  expect(await cases.openCase(application())).toEqual({ kind: 'already_applied' })
})

it('hears in the department’s words why nothing was opened', async () => {
  const stranger = { name: sensitive('王五'), residentId: sensitive('43020319800101001X'), phone: null }
  expect(await createCasesClient(desk).openCase(application({ applicant: stranger }))).toEqual({
    kind: 'not_accepted',
    reason: '没有查到您的登记信息，请带身份证到窗口办。',
  })
})

it('asks once: an act that got no answer is not repeated here', async () => {
  desk.fakes.setFault('cases', { errorRate: 1 })
  await expect(createCasesClient(desk).openCase(application())).rejects.toMatchObject({ code: 'department_unavailable' })
  expect(desk.fakes.calls()['cases/cases/open']).toBe(1)
})
