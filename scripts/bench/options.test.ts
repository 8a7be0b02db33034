import { parseBenchOptions } from './options'
import { WORKLOADS } from './requests'

test('all workloads are measured unless some are named', () => {
  expect(parseBenchOptions([])).toMatchObject({ workloads: WORKLOADS, rush: false, hotSlot: false, rounds: 3 })
  expect(parseBenchOptions(['--only', 'book,slots', '--json'])).toMatchObject({ workloads: ['book', 'slots'], json: true })
})

test('what is measured instead is asked for by name', () => {
  expect(parseBenchOptions(['--search'])).toMatchObject({ search: true, rush: false })
  expect(parseBenchOptions(['--memory', '--requests', '50000'])).toMatchObject({ memory: true, requests: 50_000 })
  expect(parseBenchOptions(['--cold-start'])).toMatchObject({ coldStart: true, memory: false, requests: 1_000_000 })
  expect(parseBenchOptions(['--growth', '--on', 'postgres'])).toMatchObject({ growth: true, databases: ['postgres'] })
})

test('a workload that is none is refused with the usage', () => {
  expect(() => parseBenchOptions(['--only', 'cook'])).toThrow(/cook is none of session.*--rush/s)
  expect(() => parseBenchOptions(['--growth', '--on', 'mysql'])).toThrow(/mysql is none of sqlite, postgres/)
})
