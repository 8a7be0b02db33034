import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { aStaffSignIn } from '../../../../../test/sessions'
import { keepStaffSignedIn } from '../../../../platform/staff-session'
import { aBoard, aSlot, aVisit, aWaitingVisit, SLOT_ID, VISIT_ID } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import WindowsPage from './index'

const CHANGE = 'POST /v1/staff/capacity-changes'
const oneSlot = { group: 'household', from: '09:00', to: '09:30' }

async function open(query: Record<string, string> = oneSlot): Promise<void> {
  fakeBff.replies('GET /v1/staff/board', aBoard())
  renderForStaff(<WindowsPage />, { query })
  await screen.findByText('哪一类事？')
}

test('a spare window is opened for one slot, with the reason', async () => {
  await open()
  fillIn('开几个窗口？', '3')
  fillIn('为什么？', '上午人多')
  expect(screen.getByText('改好后每个时段可接待 12 人。')).toBeTruthy()
  fakeBff.replies(CHANGE, { slots: [aSlot({ windows: 3 })] })
  press('改成这样')
  expect(await screen.findByText('已改好')).toBeTruthy()
  expect(fakeBff.received(CHANGE)[0]?.body).toEqual({
    office: 'hall',
    date: '2026-11-23',
    itemGroup: 'household',
    from: '09:00',
    to: '09:30',
    reason: '上午人多',
    windows: 3,
    peoplePerWindow: 4,
  })
})

test('without a slot the whole day of an item group is changed', async () => {
  await open({})
  press('户籍业务', 'radio')
  fillIn('为什么？', '窗口停电')
  fillIn('开几个窗口？', '1')
  fakeBff.replies(CHANGE, { slots: [] })
  press('改成这样')
  await screen.findByText('已改好')
  expect(fakeBff.received(CHANGE)[0]?.body).toMatchObject({ from: '09:00', to: '10:00' })
})

test('every mistake is named at once', async () => {
  await open()
  fillIn('开几个窗口？', '很多')
  fillIn('每个窗口接待几人？', '0')
  press('改成这样')
  expect(screen.getByRole('alert').textContent).toContain('有 3 处需要修改')
  expect(fakeBff.received(CHANGE)).toHaveLength(0)
})

test('more windows than there are is said beside the field', async () => {
  await open()
  fillIn('开几个窗口？', '9')
  fillIn('为什么？', '人多')
  fakeBff.refuses(CHANGE, 'invalid_input', { fields: [{ path: 'windows', message: '这里最多开 3 个窗口' }] })
  press('改成这样')
  expect(await screen.findByText('错误：这里最多开 3 个窗口')).toBeTruthy()
})

test('too many have booked: says whom to move, and tries again afterwards', async () => {
  await open()
  fillIn('开几个窗口？', '1')
  fillIn('为什么？', '一人请假')
  fakeBff.refuses(CHANGE, 'slot_has_bookings', { detail: '09:00 已约 5 人，多于 4 人，所以都没有改。' })
  fakeBff.replies('GET /v1/staff/visits', { items: [aVisit(), aWaitingVisit({ id: SLOT_ID, name: '刘*' })] })
  press('改成这样')
  expect(await screen.findByText('09:00–09:30 多出 2 人')).toBeTruthy()
  expect(screen.getByText(/其中有为排队的人留着的名额/)).toBeTruthy()
  await screen.findByRole('link', { name: /把 王\*英 改到别的时间/ })
  expect(screen.queryByRole('link', { name: /刘\*/ })).toBeNull()
  press(/把 王\*英 改到别的时间/, 'link')
  expect(wentTo()).toBe(`/features/staff/pages/move/index?office=hall&date=2026-11-23&slot=${SLOT_ID}&visit=${VISIT_ID}`)
  fakeBff.replies(CHANGE, { slots: [aSlot({ windows: 1 })] })
  press('再试一次')
  expect(await screen.findByText('已改好')).toBeTruthy()
})

test('people who have arrived cannot be moved, and that is said', async () => {
  await open()
  fillIn('开几个窗口？', '1')
  fillIn('为什么？', '一人请假')
  fakeBff.refuses(CHANGE, 'slot_has_bookings')
  fakeBff.replies('GET /v1/staff/visits', { items: [aWaitingVisit()] })
  press('改成这样')
  expect(await screen.findByText(/这个时段的人已经到了/)).toBeTruthy()
})

test('a session that ends on the way loses nothing of what was typed', async () => {
  await open()
  fillIn('开几个窗口？', '1')
  fillIn('为什么？', '一人请假')
  fakeBff.refuses(CHANGE, 'session_expired')
  press('改成这样')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/staff/pages/sign-in/index?reason=session_expired')
  })
  act(() => {
    keepStaffSignedIn(aStaffSignIn())
  })
  expect(screen.getByDisplayValue('一人请假')).toBeTruthy()
  fakeBff.replies(CHANGE, { slots: [aSlot()] })
  press('改成这样')
  expect(await screen.findByText('已改好')).toBeTruthy()
  const keys = fakeBff.received(CHANGE).map(({ headers }) => headers['Idempotency-Key'])
  expect(new Set(keys).size).toBe(1)
})
