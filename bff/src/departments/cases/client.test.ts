import { CASE_STATUSES } from '@one-visit/shared/progress/rules'
import { sensitive } from '../../platform/sensitive'
import { EXIT_ENTRY_STATUSES, ID_CARD_STATUSES } from '../police/mapping'
import { mapStatus } from '../department-case'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { createCasesClient } from './client'
import { CASE_SYSTEM_STATUSES } from './mapping'

let desk: DepartmentDesk
beforeEach(async () => {
  desk = await openDesk({ freshSeconds: 0 })
})
afterEach(() => desk.close())

const NUMBER = '430224-2026-000123'

it('opens a case with its number and password', async () => {
  const { value } = await createCasesClient(desk).lookUpByPassword(NUMBER, sensitive('A1B2C3'))
  expect(value).toMatchObject({ kind: 'general', caseNumber: NUMBER, status: 'correction_needed', departmentWords: '补正' })
  expect(value?.toDo).toContain('经营场所')
  expect(value?.steps[0]).toMatchObject({ status: 'correction_needed', at: '2026-11-20T05:02:03.000Z' })
})

it('answers a wrong password, a wrong tail and an unknown number alike', async () => {
  const cases = createCasesClient(desk)
  const answers = await Promise.all([
    cases.lookUpByPassword(NUMBER, sensitive('WRONG1')),
    cases.lookUpByPassword('430224-2026-999999', sensitive('A1B2C3')),
    cases.lookUpByLastFour(NUMBER, sensitive('0000')),
    cases.caseByToken(NUMBER, sensitive('not-the-token')),
  ])
  expect(answers.map(({ value }) => value)).toEqual([null, null, null, null])
})

it('keeps no copy of a refusal', async () => {
  const cases = createCasesClient(desk)
  await cases.lookUpByPassword(NUMBER, sensitive('WRONG1'))
  desk.fakes.setFault('cases', { mode: 'refuse' })
  await expect(cases.lookUpByPassword(NUMBER, sensitive('WRONG1'))).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('follows a case by its token, without the password', async () => {
  const cases = createCasesClient(desk)
  const found = await cases.lookUpByPassword(NUMBER, sensitive('A1B2C3'))
  const token = found.value!.queryToken
  desk.fakes.advance(NUMBER)
  expect((await cases.caseByToken(NUMBER, token)).value?.status).toBe('decided')
})

it('lists a person’s cases, and none for somebody it does not know', async () => {
  const cases = createCasesClient(desk)
  const wang = await cases.casesOf({ residentId: sensitive('430224194803120023'), owner: 'index-wang' })
  expect(wang.value.map(({ status }) => status)).toEqual(['accepted'])
  const nobody = await cases.casesOf({ residentId: sensitive('43020319800101001X'), owner: 'index-nobody' })
  expect(nobody.value).toEqual([])
})

describe('status words', () => {
  it('that are new count as in review, and the log says so', () => {
    expect(mapStatus(CASE_SYSTEM_STATUSES, '专家评审', desk.log)).toBe('in_review')
    expect(mapStatus(CASE_SYSTEM_STATUSES, 'constructor', desk.log)).toBe('in_review')
    expect(desk.logged.join('')).toContain('专家评审')
  })

  it.each([
    ['case system', CASE_SYSTEM_STATUSES],
    ['ID cards', ID_CARD_STATUSES],
    ['exit-entry', EXIT_ENTRY_STATUSES],
  ])('of the %s reach every status of ours', (_, table) => {
    expect(new Set(Object.values(table))).toEqual(new Set(CASE_STATUSES))
  })
})
