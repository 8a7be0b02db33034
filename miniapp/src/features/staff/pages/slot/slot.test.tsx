import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { aBoard, aSlot, aVisit, SLOT_ID, VISIT_ID } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import HourPage from '../hour/index'
import PausePage from '../pause/index'
import SlotPage from './index'

test('shows the numbers and the visits of a slot, and what can be changed', async () => {
  fakeBff.replies('GET /v1/staff/board', aBoard())
  fakeBff.replies('GET /v1/staff/visits', { items: [aVisit({ elder: true })] })
  renderForStaff(<SlotPage />, { query: { slot: SLOT_ID } })
  expect(await screen.findByText('户籍业务 · 11月23日 周一 09:00–09:30')).toBeTruthy()
  expect(await screen.findByText('王*英（长辈）')).toBeTruthy()
  expect(fakeBff.received('GET /v1/staff/visits')[0]?.endpoint).toContain(`slot=${SLOT_ID}`)
  press(/王\*英/, 'link')
  expect(wentTo()).toBe(`/features/staff/pages/visit/index?office=hall&date=2026-11-23&slot=${SLOT_ID}&visit=${VISIT_ID}`)
  press('改窗口和人数')
  expect(wentTo()).toContain('/windows/index?office=hall&date=2026-11-23&group=household&from=09%3A00&to=09%3A30')
  press('暂停预约')
  expect(wentTo()).toContain('what=pause')
})

test('the slots of an hour can be opened, or changed together', async () => {
  fakeBff.replies('GET /v1/staff/board', aBoard())
  renderForStaff(<HourPage />, { query: { group: 'household', hour: '09' } })
  expect(await screen.findByText('户籍业务 · 11月23日 周一 09:00–10:00')).toBeTruthy()
  press(/^09:00–09:30/, 'link')
  expect(wentTo()).toBe(`/features/staff/pages/slot/index?office=hall&date=2026-11-23&slot=${SLOT_ID}`)
  press('改这个小时的窗口和人数')
  expect(wentTo()).toContain('/windows/index?office=hall&date=2026-11-23&group=household&from=09%3A00&to=10%3A00')
})

test('an hour without slots leads back to the board', async () => {
  fakeBff.replies('GET /v1/staff/board', aBoard())
  renderForStaff(<HourPage />, { query: { group: 'household', hour: '20' } })
  expect(await screen.findByText('没有找到这个时段')).toBeTruthy()
})

test('nobody has booked: says so', async () => {
  fakeBff.replies('GET /v1/staff/board', aBoard())
  fakeBff.replies('GET /v1/staff/visits', { items: [] })
  renderForStaff(<SlotPage />, { query: { slot: SLOT_ID } })
  expect(await screen.findByText('还没有人预约')).toBeTruthy()
})

test('a slot that is no longer there leads back to the board', async () => {
  fakeBff.replies('GET /v1/staff/board', aBoard({ slots: [] }))
  renderForStaff(<SlotPage />, { query: { slot: SLOT_ID } })
  expect(await screen.findByText('没有找到这个时段')).toBeTruthy()
  press('回到看板')
  expect(wentTo()).toBe('/features/staff/pages/board/index?office=hall&date=2026-11-23')
})

test('booking is resumed with a reason', async () => {
  const RESUME = 'POST /v1/staff/slot-pauses'
  fakeBff.replies('GET /v1/staff/board', aBoard())
  renderForStaff(<PausePage />, { query: { group: 'household', from: '09:30', to: '10:00', what: 'resume' } })
  await screen.findByText('要做什么？')
  press('恢复预约')
  expect(screen.getByRole('alert').textContent).toContain('请写明原因')
  fillIn('为什么？', '设备修好了')
  fakeBff.replies(RESUME, { slots: [aSlot()] })
  press('恢复预约')
  expect(await screen.findByText('已恢复预约')).toBeTruthy()
  expect(fakeBff.received(RESUME)[0]?.body).toMatchObject({ from: '09:30', to: '10:00', paused: false, reason: '设备修好了' })
})
