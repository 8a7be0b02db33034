import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { aStaffSignIn } from '../../../../../test/sessions'
import { keepStaffSignedIn } from '../../../../platform/staff-session'
import { aBoard, aSlot, SLOT_ID } from '../../testing/board'
import { makeNarrow, makeWide, renderForStaff } from '../../testing/staff'
import BoardPage from './index'

const BOARD = 'GET /v1/staff/board'

afterEach(() => {
  jest.useRealTimers()
  makeNarrow()
})

const passSeconds = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000))
const useClock = () => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''

test('on a phone: one item group at a time, every count with its word', async () => {
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  expect(await screen.findByText('茶陵县政务服务中心 · 11月23日 周一')).toBeTruthy()
  expect(screen.getByText(/^总数.8 · 已约.5 · 保留.1 · 排队.0 · 签到.2 · 未到.0$/)).toBeTruthy()
  expect(screen.getByText('暂停，余 2')).toBeTruthy()
  press('车驾管业务', 'radio')
  expect(screen.getByText('已满')).toBeTruthy()
  expect(screen.getByText(/^总数.8 · 已约.8 · 保留.0 · 排队.3 · 签到.2 · 未到.0$/)).toBeTruthy()
})

test('a slot opens, and the work of the day is one step away', async () => {
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  await screen.findByText('可约 2')
  press(/^09:00–09:30/, 'link')
  expect(wentTo()).toBe(`/features/staff/pages/slot/index?office=hall&date=2026-11-23&slot=${SLOT_ID}`)
  press(/^关闭这一天/, 'link')
  expect(wentTo()).toBe('/features/staff/pages/close-day/index?office=hall&date=2026-11-23')
})

test('at a counter: hours by item group, and the slots of an hour one step further', async () => {
  makeWide()
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  await screen.findByRole('grid', { name: '各时段的人数' })
  // The device remembers how it was looked at last, perhaps by another test.
  press('按小时', 'radio')
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    '时间',
    '户籍业务窗口 2 个，备用 1 个',
    '车驾管业务窗口 1 个，备用 1 个',
  ])
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['09:00'])
  // Only what can be booked counts as free; the paused half hour does not.
  const cell = screen.getByRole('gridcell', { name: '09:00 户籍业务，可约 2，总数 16，已约 9，保留 3，排队 0，签到 3，未到 0' })
  fireEvent.click(cell)
  expect(wentTo()).toBe('/features/staff/pages/hour/index?office=hall&date=2026-11-23&group=household&hour=09')
})

test('slot by slot: gone through with the arrow keys and opened with Enter', async () => {
  makeWide()
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  await screen.findByRole('grid', { name: '各时段的人数' })
  press('逐个时段', 'radio')
  const grid = screen.getByRole('grid', { name: '各时段的人数' })
  expect(screen.getByRole('gridcell', { name: '09:00 车驾管业务，不办' })).toBeTruthy()
  const stops = grid.querySelectorAll('[tabindex="0"]')
  expect(stops).toHaveLength(1)
  const first = stops[0] as HTMLElement
  first.focus()
  expect(focused()).toBe('09:00 户籍业务，可约 2，总数 8，已约 5，保留 1，排队 0，签到 2，未到 0')
  fireEvent.keyDown(first, { key: 'ArrowDown' })
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' })
  expect(focused()).toMatch(/^09:30 车驾管业务，已满/)
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  fireEvent.keyDown(document.activeElement as Element, { key: 'Enter' })
  expect(wentTo()).toMatch(/pages\/slot\/index\?.*slot=019a0000-0000-7000-8000-000000000053$/)
})

test('what anybody changes shows within five seconds', async () => {
  useClock()
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  await passSeconds(0.1)
  expect(screen.getByText('可约 2')).toBeTruthy()
  fakeBff.replies(BOARD, aBoard({ slots: [aSlot({ booked: 6, free: 1 })], version: 'v2' }))
  await passSeconds(5)
  expect(screen.getByText('可约 1')).toBeTruthy()
})

test('when it cannot be refreshed, it says so and how old the numbers are', async () => {
  useClock()
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  await passSeconds(0.1)
  fakeBff.isUnreachable(BOARD)
  await passSeconds(12)
  expect(screen.getByText('没有更新成功，下面可能不是最新的')).toBeTruthy()
  expect(screen.getByText(/^这是 1[12] 秒前的。$/)).toBeTruthy()
  expect(screen.getByText('可约 2')).toBeTruthy()
  fakeBff.replies(BOARD, aBoard())
  press('现在更新')
  await passSeconds(0.1)
  expect(screen.queryByText('没有更新成功，下面可能不是最新的')).toBeNull()
})

test('a first answer that fails is not asked for again by itself', async () => {
  useClock()
  fakeBff.refuses(BOARD, 'internal_error')
  renderForStaff(<BoardPage />)
  await passSeconds(10)
  expect(fakeBff.received(BOARD)).toHaveLength(1)
  fakeBff.replies(BOARD, aBoard())
  press('再试一次')
  await passSeconds(0.1)
  expect(screen.getByText('可约 2')).toBeTruthy()
})

test('a day without visits says why', async () => {
  fakeBff.replies(BOARD, aBoard({ slots: [], opening: { kind: 'closed', reason: '国庆节放假' } }))
  renderForStaff(<BoardPage />)
  expect(await screen.findByText('这一天没有可以预约的时段')).toBeTruthy()
  expect(screen.getAllByText('国庆节放假').length).toBeGreaterThan(0)
})

test('another day is asked for', async () => {
  fakeBff.replies(BOARD, aBoard())
  renderForStaff(<BoardPage />)
  await screen.findByText('可约 2')
  press('后一天')
  await waitFor(() => {
    expect(fakeBff.received(BOARD).at(-1)?.endpoint).toBe('GET /v1/staff/board?office=hall&date=2026-11-24')
  })
})

test('whoever works for the whole county chooses an office first; a clerk sees only the own one', async () => {
  fakeBff.replies(BOARD, aBoard())
  const { unmount } = renderForStaff(<BoardPage />, { signedIn: { office: null }, query: { office: undefined as never } })
  await screen.findByText('下东街道便民服务中心')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请选择大厅或站点')
  press('下东街道便民服务中心', 'radio')
  press('下一步')
  await waitFor(() => {
    expect(fakeBff.received(BOARD).at(-1)?.endpoint).toContain('office=xiadong')
  })
  unmount()
  renderForStaff(<BoardPage />, { query: { office: 'xiadong' } })
  await waitFor(() => {
    expect(fakeBff.received(BOARD).at(-1)?.endpoint).toContain('office=hall')
  })
  press('换日期')
  expect(screen.queryByText('哪个大厅或站点？')).toBeNull()
})

test('it is not for volunteers', () => {
  renderForStaff(<BoardPage />, { signedIn: { role: 'volunteer' } })
  expect(screen.getByText('这一页不是给您的岗位用的')).toBeTruthy()
  expect(fakeBff.received(BOARD)).toHaveLength(0)
})

test('a session that has ended leads to signing in and asks nothing more; then the board is there again', async () => {
  fakeBff.refuses(BOARD, 'session_expired')
  renderForStaff(<BoardPage />)
  await waitFor(() => {
    expect(wentTo()).toBe('/features/staff/pages/sign-in/index?reason=session_expired')
  })
  expect(await screen.findByText('您还没有以工作人员身份登录')).toBeTruthy()
  fakeBff.replies(BOARD, aBoard())
  act(() => {
    keepStaffSignedIn(aStaffSignIn())
  })
  expect(await screen.findByText('可约 2')).toBeTruthy()
})
