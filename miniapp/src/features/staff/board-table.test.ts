import { countsOf, describeState, notEnded, sentenceOf, slotsOf, rowsOf, spotAfter, stillToCome, sumOf } from './board-table'
import { aBoard, aSlot } from './testing/board'

test('rows are hours or slots, in order; each item group has its cell', () => {
  const board = aBoard({ slots: [...aBoard().slots].reverse() })
  expect(rowsOf(board, 'slot').map(({ time, cells }) => [time, cells.map(({ length }) => length)])).toEqual([
    ['09:00', [1, 0]],
    ['09:30', [1, 1]],
  ])
  expect(rowsOf(board, 'hour').map(({ time, cells }) => [time, cells.map(({ length }) => length)])).toEqual([['09:00', [2, 1]]])
  expect(slotsOf(board, 'household').map(({ startsAt }) => startsAt)).toEqual(['09:00', '09:30'])
})

test('several slots are as open as the most open of them, and only its places are free', () => {
  const sum = sumOf([aSlot({ free: 2 }), aSlot({ state: 'paused', free: 4 }), aSlot({ state: 'closed', free: 8 })])
  expect(sum).toMatchObject({ state: 'open', free: 2, capacity: 24, booked: 15 })
  expect(sumOf([aSlot({ state: 'paused', free: 4 }), aSlot({ state: 'closed', free: 8 })])).toMatchObject({
    state: 'paused',
    free: 4,
  })
})

test.each([
  [{ free: 2 }, '可约 2', 'success'],
  [{ free: 0 }, '已满', 'warning'],
  [{ state: 'paused' as const, free: 2 }, '暂停，余 2', 'quiet'],
  [{ state: 'closed' as const }, '已关闭', 'danger'],
])('a state has a word and a shape of its own: %j', (overrides, text, kind) => {
  expect(describeState(aSlot(overrides))).toEqual({ kind, text })
})

test('all the counts are said with their words', () => {
  expect(countsOf(aSlot()).map(({ count }) => count)).toEqual([8, 5, 1, 0, 2, 0])
  expect(sentenceOf(aSlot())).toBe('可约 2，总数 8，已约 5，保留 1，排队 0，签到 2，未到 0')
})

test('what has ended by the clock of the BFF is not changed any more', () => {
  const board = aBoard({ asOf: '2026-11-23T01:30:00.000Z' })
  expect(notEnded(board.slots, board).map(({ startsAt }) => startsAt)).toEqual(['09:30', '09:30'])
})

test('closing a day concerns those who have not come yet', () => {
  expect(
    stillToCome({ slots: [aSlot({ booked: 5, checkedIn: 2, serving: 1, done: 1, noShow: 0 }), aSlot({ checkedIn: 0 })] }),
  ).toBe(1 + 5)
})

test.each([
  ['ArrowRight', { row: 0, column: 1 }],
  ['ArrowDown', { row: 1, column: 0 }],
  ['ArrowLeft', null],
  ['ArrowUp', null],
  ['End', { row: 0, column: 2 }],
  ['PageDown', { row: 3, column: 0 }],
  ['Tab', null],
])('%s in the first cell of four rows and three columns', (key, next) => {
  expect(spotAfter(key, { row: 0, column: 0 }, 4, 3)).toEqual(next)
})
