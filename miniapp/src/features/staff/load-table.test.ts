import { loadByHour, loadByOffice, missedRate } from './load-table'

const cell = (office: string, hour: number, booked: number, noShow = 0) => ({
  office,
  hour,
  capacity: 10,
  booked,
  done: booked - noShow,
  noShow,
})
const CELLS = [cell('hall', 10, 8, 2), cell('hall', 9, 4), cell('xiadong', 9, 1)]

test('hours are added up over the offices, in their order', () => {
  const hours = loadByHour(CELLS, null, (hour) => `${String(hour)} 点`)
  expect(hours.map(({ name, capacity, booked }) => [name, capacity, booked])).toEqual([
    ['9 点', 20, 5],
    ['10 点', 10, 8],
  ])
  expect(loadByHour(CELLS, 'xiadong', String)).toHaveLength(1)
})

test('the busiest office comes first', () => {
  expect(loadByOffice(CELLS, (id) => id).map(({ name, booked, noShow }) => [name, booked, noShow])).toEqual([
    ['hall', 12, 2],
    ['xiadong', 1, 0],
  ])
})

test('no-shows are said as part of those booked', () => {
  expect(missedRate({ booked: 12, noShow: 2 })).toBe('17%')
  expect(missedRate({ booked: 0, noShow: 0 })).toBe('0%')
})
