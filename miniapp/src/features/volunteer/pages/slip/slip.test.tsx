import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { aSlip, MANDATE_ID, renderAtDesk } from '../../testing/tasks'
import ActsPage from '../acts/index'
import SlipPage from './index'

const SLIP = 'GET /v1/staff/mandates/:id/slip'
const ACTS = 'GET /v1/staff/mandates/:id/acts'
const query = { id: MANDATE_ID }

test('the slip says who, what, how long, and how to end it; it is printed', async () => {
  fakeBff.replies(SLIP, aSlip())
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
  renderAtDesk(<SlipPage />, { role: 'clerk', query })
  expect(await screen.findByText('1121 4829 05')).toBeTruthy()
  expect(screen.getByRole('img', { name: '委托二维码，编号 1121 4829 05' })).toBeTruthy()
  expect(screen.getByText('李小红 · 志愿者 · 下东街道便民服务中心')).toBeTruthy()
  expect(screen.getByText(/^打电话 12345，报委托编号 1121 4829 05/)).toBeTruthy()
  expect(screen.getByText('11月24日 周二 上午8:40')).toBeTruthy()
  press('打印')
  expect(print).toHaveBeenCalledTimes(1)
  print.mockRestore()
})

test('one that the person has not agreed to says so', async () => {
  fakeBff.replies(SLIP, aSlip({ status: 'pending', evidence: null, startsAt: null }))
  renderAtDesk(<SlipPage />, { query })
  expect(await screen.findByText('本人还没有同意')).toBeTruthy()
})

test('no such mandate: says so', async () => {
  fakeBff.refuses(SLIP, 'not_found')
  renderAtDesk(<SlipPage />, { query })
  expect(await screen.findByText('没有找到这份委托')).toBeTruthy()
})

test('the acts: what was done, and what was tried and not allowed', async () => {
  fakeBff.replies(ACTS, {
    items: [
      { id: '2', at: '2026-11-21T02:00:00.000Z', what: '想查看电子证照，没有让办', subject: null, refused: true },
      { id: '1', at: '2026-11-21T01:00:00.000Z', what: '预约办事', subject: '社保业务', refused: false },
    ],
  })
  renderAtDesk(<ActsPage />, { query })
  const acts = await screen.findAllByRole('listitem')
  expect(acts.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/没有让办.*✕已拦下$/),
    expect.stringContaining('预约办事办的是：社保业务'),
  ])
})

test('nothing done yet: says so', async () => {
  fakeBff.replies(ACTS, { items: [] })
  renderAtDesk(<ActsPage />, { query })
  expect(await screen.findByText('还没有做过什么')).toBeTruthy()
})
