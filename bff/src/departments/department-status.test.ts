import { SettableClock } from '../../test/settable-clock'
import { DEPARTMENT_IDS } from './department-names'
import { type DepartmentState, StatusBoard } from './department-status'

const clock = new SettableClock()
let broken = false
let board: StatusBoard
beforeEach(() => {
  broken = false
  board = new StatusBoard(clock, () => broken)
})
const police = (): DepartmentState => board.list().find(({ department }) => department === 'police')!
const good = (): void => board.record('police', { failed: false, slow: false })
const slow = (): void => board.record('police', { failed: false, slow: true })
const failed = (): void => board.record('police', { failed: true, slow: false })

it('is up until calls say otherwise', () => {
  expect(board.list().map(({ department, state }) => [department, state])).toEqual(DEPARTMENT_IDS.map((id) => [id, 'up']))
})

it('is slow after two slow or failed calls, and up again after good ones', () => {
  slow()
  expect(police().state).toBe('up')
  failed()
  expect(police().state).toBe('slow')
  for (let call = 0; call < 5; call++) good()
  expect(police().state).toBe('up')
})

it('is down after three failures in a row, since the third', () => {
  failed()
  failed()
  clock.advance(1_000)
  failed()
  const since = clock.now()
  clock.advance(5_000)
  expect(police()).toMatchObject({ state: 'down', since, name: '公安系统' })
})

it('is down while a breaker is open', () => {
  failed()
  broken = true
  expect(police().state).toBe('down')
})

it('is not judged by what happened long ago, so that people try it again', () => {
  for (let call = 0; call < 3; call++) failed()
  broken = true
  clock.advance(121_000)
  expect(police()).toMatchObject({ state: 'up', since: clock.now() })
})

it('says nothing of other departments', () => {
  for (let call = 0; call < 3; call++) failed()
  expect(board.list().filter(({ state }) => state !== 'up')).toHaveLength(1)
})
