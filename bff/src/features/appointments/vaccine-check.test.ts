import { addDays, type LocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import { createHealthClient } from '../../departments/health/client'
import { type DepartmentDesk, openDesk } from '../../departments/testing/department-desk'
import { loadCountyPack } from '../../platform/county-pack'
import { sensitive } from '../../platform/sensitive'
import path from 'node:path'
import { checkVaccine, requireVaccineAllowed } from './vaccine-check'

const pack = loadCountyPack(path.join(__dirname, '../../../counties'), '430224')
const personOf = (residentId: string) => ({ residentId: sensitive(residentId), personIndex: `index-${residentId.slice(-4)}` })
const CHEN = personOf('430224198507120019')
const WANG = personOf('430224194803120023')
const LI = personOf('430281197506304425')
const ZHANG = personOf('430212201602290015')

let desk: DepartmentDesk
let today: LocalDate
beforeEach(async () => {
  desk = await openDesk()
  today = localDateAt(desk.clock.now())
})
afterEach(() => desk.close())
const deps = () => ({ pack, clock: desk.clock, health: createHealthClient(desk) })

test('somebody who waits for a second dose is told from which day on', async () => {
  const check = await checkVaccine(deps(), LI, 'shingles-vaccine', today)
  expect(check).toMatchObject({ eligible: false, earliestDate: addDays(today, 40), dosesHad: 1, dosesNeeded: 2 })
  expect(check.asOf).toBe(desk.clock.now().toISOString())
  expect(await checkVaccine(deps(), LI, 'shingles-vaccine', addDays(today, 40))).toMatchObject({ eligible: true })
})

test('a complete series, a child, and somebody without any dose', async () => {
  expect(await checkVaccine(deps(), WANG, 'shingles-vaccine', today)).toMatchObject({ eligible: false, dosesHad: 2 })
  expect(await checkVaccine(deps(), WANG, 'flu-vaccine', today)).toMatchObject({ eligible: true, dosesHad: 0 })
  expect(await checkVaccine(deps(), ZHANG, 'flu-vaccine', today)).toMatchObject({ eligible: false, earliestDate: null })
  expect(await checkVaccine(deps(), CHEN, 'shingles-vaccine', today)).toMatchObject({ eligible: true, dosesHad: 0 })
})

test.each(['household', 'no-such-group'])('%s is no vaccination', async (group) => {
  await expect(checkVaccine(deps(), CHEN, group, today)).rejects.toMatchObject({ code: 'not_found' })
})

test('who may not have the vaccine is refused with the reason, everybody else passes', async () => {
  await expect(requireVaccineAllowed(deps(), LI, 'shingles-vaccine', today)).rejects.toMatchObject({
    code: 'vaccine_not_eligible',
    detail: expect.stringContaining('两针之间至少隔 60 天'),
  })
  await requireVaccineAllowed(deps(), CHEN, 'shingles-vaccine', today)
})

test('other item groups do not ask the health department', async () => {
  desk.fakes.setFault('health', { mode: 'refuse' })
  await requireVaccineAllowed(deps(), LI, 'household', today)
  expect(desk.calls('health')).toBe(0)
})

test('nobody is let through while the health department does not answer', async () => {
  await requireVaccineAllowed(deps(), CHEN, 'flu-vaccine', today)
  desk.clock.advance(31_000)
  desk.fakes.setFault('health', { mode: 'refuse' })
  await expect(requireVaccineAllowed(deps(), CHEN, 'flu-vaccine', today)).rejects.toMatchObject({
    code: 'department_unavailable',
  })
})
