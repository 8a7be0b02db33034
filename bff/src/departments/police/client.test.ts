import { sensitive } from '../../platform/sensitive'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { someone, STRANGER } from '../testing/people'
import { createPoliceClient } from './client'

let desk: DepartmentDesk
beforeEach(async () => {
  desk = await openDesk({ freshSeconds: 0 })
})
afterEach(() => desk.close())

const WANG = { residentId: sensitive('430224194803120023'), owner: 'index-wang' }

it.each([
  ['王秀英', '430224194803120023', 'match'],
  ['王秀兰', '430224194803120023', 'mismatch'],
  ['王秀英', '43020319800101001X', 'unknown'],
])('answers whether %s and %s belong together: %s', async (name, residentId, answer) => {
  expect(await createPoliceClient(desk).verifyRealName(sensitive(name), sensitive(residentId))).toBe(answer)
})

it('tells an ID-card application in our words and the police’s, newest step first, times in UTC', async () => {
  const { value } = await createPoliceClient(desk).idCardApplications(WANG)
  expect(value).toMatchObject([
    {
      kind: 'id_card',
      status: 'decided',
      departmentWords: '制证中',
      toDo: null,
      place: '虎踞镇派出所',
      department: expect.stringContaining('公安局'),
    },
  ])
  const steps = value[0]!.steps
  expect(steps.map(({ status }) => status)).toEqual(['decided', 'in_review', 'accepted', 'received'])
  // The fake began at 01:02:03 UTC, and this step came 60 hours before.
  expect(steps[0]!.at).toBe('2026-11-18T13:02:03.000Z')
  expect(value[0]!.promisedBy).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

it('sees a case move on', async () => {
  const police = createPoliceClient(desk)
  const [before] = (await police.idCardApplications(WANG)).value
  desk.fakes.advance(before!.caseNumber)
  const [after] = (await police.idCardApplications(WANG)).value
  expect([before!.status, after!.status]).toEqual(['decided', 'ready'])
})

it('shows neither name nor token when a case is printed', async () => {
  const { value } = await createPoliceClient(desk).idCardApplications(WANG)
  const token = value[0]!.queryToken.reveal()
  expect(JSON.stringify(value)).not.toMatch(new RegExp(`王秀英|${token}`))
})

it('has exit-entry applications with their own words', async () => {
  const li = { residentId: sensitive('430281197506304425'), owner: 'index-li' }
  const { value } = await createPoliceClient(desk).exitEntryApplications(li)
  expect(value.map(({ kind, status }) => [kind, status]).sort()).toEqual([
    ['exit_entry', 'ready'],
    ['exit_entry', 'rejected'],
  ])
})

it('knows who stands in one household register, asks anew each time and keeps no copy', async () => {
  await desk.close()
  desk = await openDesk()
  const police = createPoliceClient(desk)
  const membersOf = async (key: string) =>
    (await police.householdMembers(someone(key))).value.map(({ residentId }) => residentId.reveal())
  expect(await membersOf('chenjianguo')).toEqual(['430224198507120019', '430212201602290015'])
  expect(await membersOf('zhangwei')).toEqual(await membersOf('chenjianguo'))
  expect(await membersOf('wangxiuying')).toEqual(['430224194803120023'])
  expect((await police.householdMembers(STRANGER)).value).toEqual([])
  expect(JSON.stringify(await police.householdMembers(someone('zhangwei')))).not.toMatch(/\d{17}/)
  desk.fakes.setFault('police', { mode: 'refuse' })
  await expect(police.householdMembers(someone('zhangwei'))).rejects.toMatchObject({ code: 'department_unavailable' })
})
