import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { aBoard } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import CloseDayPage from './index'

const CLOSE = 'POST /v1/staff/day-closures'

async function open(board = aBoard()): Promise<void> {
  fakeBff.replies('GET /v1/staff/board', board)
  renderForStaff(<CloseDayPage />)
  await screen.findByText('关闭后会这样')
}

test('says what will happen, asks why, and tells what has happened', async () => {
  await open()
  expect(screen.getByText(/^12 个预约会被取消/)).toBeTruthy()
  press('关闭这一天')
  expect(screen.getByRole('alert').textContent).toContain('请写明原因')
  expect(fakeBff.received(CLOSE)).toHaveLength(0)
  fillIn('为什么？', '全县停电')
  fakeBff.replies(CLOSE, { cancelled: 12, offered: 10, told: 2 })
  press('关闭这一天')
  expect(await screen.findByText('这一天已关闭')).toBeTruthy()
  expect(screen.getByText('12 人')).toBeTruthy()
  expect(screen.getByText('10 人')).toBeTruthy()
  expect(fakeBff.received(CLOSE)[0]?.body).toEqual({ office: 'hall', date: '2026-11-23', reason: '全县停电' })
})

test('a dead network keeps the reason, and trying again is the same closing', async () => {
  await open()
  fillIn('为什么？', '全县停电')
  fakeBff.isUnreachable(CLOSE)
  press('关闭这一天')
  expect(await screen.findByText('内容没有丢失，有网络后再试一次。')).toBeTruthy()
  expect(screen.getByDisplayValue('全县停电')).toBeTruthy()
  fakeBff.replies(CLOSE, { cancelled: 0, offered: 0, told: 0 })
  press('关闭这一天')
  await screen.findByText('这一天已关闭')
  const [first, second] = fakeBff.received(CLOSE).map(({ headers }) => headers['Idempotency-Key'])
  expect(first).toBe(second)
})

test('a day on which nobody has booked is closed without much ado', async () => {
  await open(aBoard({ slots: [] }))
  expect(screen.getByText('这一天没有人预约。关闭后不能再预约。')).toBeTruthy()
})
