import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { MANDATE_ID, renderAtDesk } from '../../testing/tasks'
import ScanPage from './index'

const LOOK = 'POST /v1/staff/mandates/:id/scan-views'
const query = { id: MANDATE_ID }

test('a supervisor says why before anything is asked for, and then sees the picture and when it was taken', async () => {
  fakeBff.replies(LOOK, { image: '/9j/4AAQ', type: 'image/jpeg', takenAt: '2026-11-21T01:00:00.000Z' })
  renderAtDesk(<ScanPage />, { role: 'supervisor', query })
  press('看照片')
  expect(screen.getAllByText('请选择为什么要看')).not.toHaveLength(0)
  expect(fakeBff.received(LOOK)).toHaveLength(0)
  press('有人投诉', 'radio')
  press('看照片')
  expect(await screen.findByText('拍于11月21日 周六 上午9:00')).toBeTruthy()
  expect(screen.getByRole('img', { name: '办委托时拍的双方身份证' })).toBeTruthy()
  expect(fakeBff.received(LOOK).map(({ body }) => body)).toEqual([{ reason: 'complaint' }])
})

test('without a network it says so, and the reason stays chosen', async () => {
  fakeBff.isUnreachable(LOOK)
  renderAtDesk(<ScanPage />, { role: 'supervisor', query })
  press('例行检查', 'radio')
  press('看照片')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByRole('radio', { name: '例行检查' }).getAttribute('aria-checked')).toBe('true')
})

test('a mandate without a picture says so', async () => {
  fakeBff.refuses(LOOK, 'not_found')
  renderAtDesk(<ScanPage />, { role: 'supervisor', query })
  press('有人投诉', 'radio')
  press('看照片')
  expect(await screen.findByText('没有找到这份委托')).toBeTruthy()
})

test('a link that was cut says so', async () => {
  renderAtDesk(<ScanPage />, { role: 'supervisor', query: { id: undefined } })
  expect(await screen.findByText('没有找到这份委托')).toBeTruthy()
})

test('a clerk is told that only supervisors look at it', () => {
  renderAtDesk(<ScanPage />, { role: 'clerk', query })
  expect(screen.queryByRole('button', { name: '看照片' })).toBeNull()
})
