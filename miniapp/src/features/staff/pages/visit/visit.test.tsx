import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { aVisit, aWaitingVisit, SLOT_ID, VISIT_ID } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import CancelVisitPage from '../cancel/index'
import DayPage from '../day/index'
import MoveVisitPage from '../move/index'
import VisitPage from './index'

const VISITS = 'GET /v1/staff/visits'
const STATUS = 'POST /v1/staff/appointments/:id/status'
const query = { slot: SLOT_ID, visit: VISIT_ID }

test('a visit that is expected is checked in by its number', async () => {
  fakeBff.replies(VISITS, { items: [aVisit()] })
  renderForStaff(<VisitPage />, { query })
  expect(await screen.findByText('1123 482 905')).toBeTruthy()
  fakeBff.replies('POST /v1/staff/check-ins', aWaitingVisit())
  fakeBff.replies(VISITS, { items: [aWaitingVisit()] })
  press('签到')
  expect(await screen.findByText('A001')).toBeTruthy()
  expect(fakeBff.received('POST /v1/staff/check-ins')[0]?.body).toEqual({ office: 'hall', by: 'number', value: '1123482905' })
})

test('who has arrived is served at a window whose number is remembered', async () => {
  fakeBff.replies(VISITS, { items: [aWaitingVisit()] })
  renderForStaff(<VisitPage />, { query })
  await screen.findByText('A001')
  fillIn('我的窗口号', '')
  press('开始办理')
  expect(screen.getByRole('alert').textContent).toContain('请填写您的窗口号')
  fillIn('我的窗口号', '3')
  fakeBff.replies(STATUS, aWaitingVisit({ status: 'serving', window: '3' }))
  fakeBff.replies(VISITS, { items: [aWaitingVisit({ status: 'serving', window: '3' })] })
  press('开始办理')
  expect(await screen.findByText('3 号窗口')).toBeTruthy()
  expect(fakeBff.received(STATUS)[0]?.body).toEqual({ to: 'serving', window: '3' })
  expect(screen.getByRole('button', { name: '办完了' })).toBeTruthy()
})

test('somebody else was quicker: says so and shows the newest state', async () => {
  fakeBff.replies(VISITS, { items: [aWaitingVisit({ status: 'serving', window: '2' })] })
  renderForStaff(<VisitPage />, { query })
  await screen.findByRole('button', { name: '办完了' })
  fakeBff.refuses(STATUS, 'status_changed')
  fakeBff.replies(VISITS, { items: [aWaitingVisit({ status: 'done', window: '2' })] })
  press('办完了')
  expect(await screen.findByText('状态已经变了，下面是最新的。')).toBeTruthy()
  expect(await screen.findByText('已办完')).toBeTruthy()
})

test('a visit that is no longer there says so', async () => {
  fakeBff.replies(VISITS, { items: [] })
  renderForStaff(<VisitPage />, { query })
  expect(await screen.findByText('没有找到这个预约')).toBeTruthy()
})

test('a visit is moved to one of the nearest free times, with a reason', async () => {
  const MOVE = 'POST /v1/staff/appointments/:id/move'
  const other = { slotId: VISIT_ID, office: { id: 'hall', name: '茶陵县政务服务中心' }, date: '2026-11-24', startsAt: '10:00' }
  fakeBff.replies(VISITS, { items: [aVisit()] })
  fakeBff.replies('GET /v1/nearest-slots', { items: [{ ...other, endsAt: '10:30', free: 3 }] })
  renderForStaff(<MoveVisitPage />, { query })
  await screen.findByText('茶陵县政务服务中心 · 可约 3')
  press('改到这个时间')
  expect(screen.getByRole('alert').textContent).toContain('有 2 处需要修改')
  press(/11月24日 周二 10:00–10:30/, 'radio')
  fillIn('为什么？', '窗口减少')
  fakeBff.refuses(MOVE, 'slot_full')
  press('改到这个时间')
  expect(await screen.findByText('这个时间刚刚约满')).toBeTruthy()
  fakeBff.replies(MOVE, aVisit({ date: '2026-11-24', startsAt: '10:00', endsAt: '10:30' }))
  press('改到这个时间')
  expect(await screen.findByText('已改好，并会告诉本人')).toBeTruthy()
  expect(fakeBff.received(MOVE)[0]?.body).toEqual({ slotId: VISIT_ID, reason: '窗口减少' })
  press('回到前一页')
  expect(wentTo()).toBe('/pages/home/index')
})

test('no free time: says what can be done', async () => {
  fakeBff.replies(VISITS, { items: [aVisit()] })
  fakeBff.replies('GET /v1/nearest-slots', { items: [] })
  renderForStaff(<MoveVisitPage />, { query })
  expect(await screen.findByText('近期没有空的时间')).toBeTruthy()
})

test('a visit is cancelled with a reason, once for two taps', async () => {
  const CANCEL = 'POST /v1/staff/appointments/:id/cancellation'
  fakeBff.replies(VISITS, { items: [aVisit()] })
  renderForStaff(<CancelVisitPage />, { query })
  await screen.findByText('1123 482 905')
  press('取消这个预约')
  expect(screen.getByRole('alert').textContent).toContain('请写明原因')
  fillIn('为什么？', '本人来电')
  fakeBff.replies(CANCEL, aVisit({ status: 'cancelled' }))
  fakeBff.replies(VISITS, { items: [aVisit({ status: 'cancelled' })] })
  press('取消这个预约')
  press(/取消这个预约|请稍候/)
  expect(await screen.findByText('已取消，并会告诉本人')).toBeTruthy()
  expect(fakeBff.received(CANCEL)).toHaveLength(1)
})

test('who left neither account nor phone cannot be told, and the page says so', async () => {
  fakeBff.replies(VISITS, { items: [aVisit({ status: 'cancelled', reachable: false, phone: null })] })
  renderForStaff(<CancelVisitPage />, { query })
  expect(await screen.findByText('已取消。本人没有留电话，请想办法告诉本人')).toBeTruthy()
})

test('the visits of a day are shown by status', async () => {
  fakeBff.replies(VISITS, { items: [aVisit(), aWaitingVisit({ id: SLOT_ID, name: '刘*' })] })
  renderForStaff(<DayPage />)
  expect(await screen.findByText('2 个预约')).toBeTruthy()
  press(/^已签到，等叫号 1/, 'radio')
  expect(screen.getByText('1 个预约')).toBeTruthy()
  expect(screen.getByText('刘*')).toBeTruthy()
  expect(screen.queryByText('王*英')).toBeNull()
  await waitFor(() => {
    expect(screen.queryByRole('radio', { name: /没有到场/ })).toBeNull()
  })
})
