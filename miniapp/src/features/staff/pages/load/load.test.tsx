import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { renderForStaff } from '../../testing/staff'
import LoadPage from './index'

const LOAD = 'GET /v1/staff/load'
const cell = (office: string, hour: number, booked: number, noShow: number) => ({
  office,
  hour,
  capacity: 10,
  booked,
  done: booked - noShow,
  noShow,
})
const aLoad = {
  from: '2026-10-24',
  to: '2026-11-22',
  cells: [cell('hall', 9, 8, 2), cell('hall', 10, 4, 0), cell('xiadong', 9, 1, 0)],
}

test('supervisors see bars by hour and by office, and the same figures as tables', async () => {
  fakeBff.replies(LOAD, aLoad)
  renderForStaff(<LoadPage />, { signedIn: { role: 'supervisor' } })
  expect(await screen.findByRole('img', { name: '按时段的柱状图，下面的表里是同样的数' })).toBeTruthy()
  const hours = screen.getByRole('table', { name: '按时段' })
  expect(within(hours).getAllByRole('row')).toHaveLength(3)
  expect(within(hours).getByRole('row', { name: /9 点/ }).textContent).toContain('没来占 22%')
  expect(screen.getByRole('table', { name: '按网点' })).toBeTruthy()
  await screen.findByRole('radio', { name: '下东街道便民服务中心' })
  press('下东街道便民服务中心', 'radio')
  expect(within(screen.getByRole('table', { name: '按时段' })).getAllByRole('row')).toHaveLength(2)
  expect(screen.queryByRole('table', { name: '按网点' })).toBeNull()
})

test('nothing yet: says so', async () => {
  fakeBff.replies(LOAD, { ...aLoad, cells: [] })
  renderForStaff(<LoadPage />, { signedIn: { role: 'administrator' } })
  expect(await screen.findByText('这段时间还没有预约')).toBeTruthy()
})

test('it is not for clerks', () => {
  renderForStaff(<LoadPage />)
  expect(screen.getByText('这一页由值班负责人和系统管理员使用。')).toBeTruthy()
  expect(fakeBff.received(LOAD)).toHaveLength(0)
})
