import { parseBenchOptions } from './options'
import { WORKLOADS } from './requests'

test('all workloads are measured unless some are named', () => {
  expect(parseBenchOptions([])).toMatchObject({ workloads: WORKLOADS, rush: false, hotSlot: false, rounds: 3 })
  expect(parseBenchOptions(['--only', 'book,slots', '--json'])).toMatchObject({ workloads: ['book', 'slots'], json: true })
})

test('what is measured instead is asked for by name', () => {
  expect(parseBenchOptions(['--search'])).toMatchObject({ search: true, rush: false })
})

test('a workload that is none is refused with the usage', () => {
  expect(() => parseBenchOptions(['--only', 'cook'])).toThrow(/cook is none of session.*--rush/s)
})
