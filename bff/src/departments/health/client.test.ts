import { sensitive } from '../../platform/sensitive'
import { POLICIES } from '../policies'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { createHealthClient } from './client'

let desk: DepartmentDesk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const personOf = (residentId: string) => ({ residentId: sensitive(residentId), owner: `index-${residentId.slice(-4)}` })
const WANG = personOf('430224194803120023')
const LI = personOf('430281197506304425')
const CHEN = personOf('430224198507120019')

/** Without fresh copies, so that every question arrives. */
async function reopenDesk(): Promise<void> {
  await desk.close()
  desk = await openDesk({ freshSeconds: 0 })
}

it('tells the doses of a person in our words, oldest first', async () => {
  const { value, asOf, stale } = await createHealthClient(desk).vaccinations(WANG)
  expect(value.map(({ vaccine, dose }) => [vaccine, dose])).toEqual([
    ['带状疱疹疫苗', 1],
    ['流感疫苗', 1],
    ['带状疱疹疫苗', 2],
  ])
  expect(value[0]).toEqual({ vaccine: '带状疱疹疫苗', dose: 1, date: '2025-09-17', place: '虎踞镇中心卫生院接种门诊' })
  expect([asOf, stale]).toEqual([desk.clock.now(), false])
})

it('knows who has had no dose, and sees a new one', async () => {
  await reopenDesk()
  const health = createHealthClient(desk)
  expect((await health.vaccinations(CHEN)).value).toEqual([])
  desk.fakes.giveDose({ person: 'chenjianguo', vaccine: '流感疫苗', dose: 1, date: '2026-11-21', place: '接种门诊' })
  expect((await health.vaccinations(CHEN)).value).toMatchObject([{ vaccine: '流感疫苗', date: '2026-11-21' }])
})

it('asks once for what is asked twice in half a minute, and keeps people apart', async () => {
  const health = createHealthClient(desk)
  await health.vaccinations(LI)
  await health.vaccinations(LI)
  expect(desk.calls('health')).toBe(1)
  expect((await health.vaccinations(WANG)).value).toHaveLength(3)
  desk.clock.advance(30_000)
  await health.vaccinations(LI)
  expect(desk.calls('health')).toBe(3)
})

it('never answers from an old copy when the department is down', async () => {
  expect(POLICIES.health.vaccinations.staleSeconds).toBe(0)
  const health = createHealthClient(desk)
  await health.vaccinations(LI)
  desk.clock.advance(31_000)
  desk.fakes.setFault('health', { mode: 'refuse' })
  await expect(health.vaccinations(LI)).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('a reply that does not fit is no answer', async () => {
  desk.fakes.setFault('health', { mode: 'wrong_shape' })
  await expect(createHealthClient(desk).vaccinations(LI)).rejects.toMatchObject({ code: 'department_invalid_reply' })
})
