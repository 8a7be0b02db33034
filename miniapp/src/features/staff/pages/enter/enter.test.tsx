import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aBoard, aVisit, aWaitingVisit, SLOT_ID } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import EnterVisitPage from './index'

const ENTER = 'POST /v1/staff/appointments'

async function open(query: Record<string, string> = {}, board = aBoard()): Promise<void> {
  fakeBff.replies('GET /v1/staff/board', board)
  renderForStaff(<EnterVisitPage />, { query })
  await screen.findByText('怎么来的？')
}

function fillPerson(): void {
  fillIn('姓名', '王秀英')
  fillIn('身份证号', '11010519491231002x')
}

test('a visit by telephone: a free time, name and number; the rest may stay empty', async () => {
  await open()
  press('户籍业务', 'radio')
  expect(screen.queryByRole('radio', { name: /09:30–10:00/ })).toBeNull()
  press('09:00–09:30 可约 2', 'radio')
  fillPerson()
  fakeBff.replies(ENTER, aVisit({ channel: 'phone' }))
  press('预约')
  expect(await screen.findByText('已约好')).toBeTruthy()
  expect(fakeBff.received(ENTER)[0]?.body).toEqual({
    slotId: SLOT_ID,
    channel: 'phone',
    name: '王秀英',
    residentId: '11010519491231002X',
    phone: null,
  })
  press('再约一位')
  expect(screen.queryByDisplayValue('王秀英')).toBeNull()
})

test('a walk-in gets the ticket at once', async () => {
  await open({ group: 'household', slot: SLOT_ID, channel: 'walk_in' })
  fillPerson()
  fakeBff.replies(ENTER, aWaitingVisit({ channel: 'walk_in' }))
  press('预约')
  expect(await screen.findByText('已取号')).toBeTruthy()
  expect(screen.getAllByText('A001').length).toBeGreaterThan(0)
})

test('every mistake is named at once, and nothing is sent', async () => {
  await open()
  press('预约')
  expect(screen.getByRole('alert').textContent).toContain('有 3 处需要修改')
  expect(fakeBff.received(ENTER)).toHaveLength(0)
})

test('a refusal is shown with what was typed still there', async () => {
  await open({ group: 'household', slot: SLOT_ID })
  fillPerson()
  fakeBff.refuses(ENTER, 'already_booked')
  press('预约')
  expect(await screen.findByText('您已经约了这一类事')).toBeTruthy()
  expect(screen.getByDisplayValue('王秀英')).toBeTruthy()
})

test('names and numbers of others never reach the storage of the device', async () => {
  await open({ group: 'household', slot: SLOT_ID })
  fillPerson()
  expect(JSON.stringify([...taroState.storage])).not.toMatch(/王秀英|11010519491231002/)
})

test('a full item group and a day without times say so', async () => {
  await open()
  press('车驾管业务', 'radio')
  expect(screen.getByText('这一类事当天没有空的时间')).toBeTruthy()
})

test('a closed day says why', async () => {
  fakeBff.replies('GET /v1/staff/board', aBoard({ slots: [], opening: { kind: 'closed', reason: '周日休息' } }))
  renderForStaff(<EnterVisitPage />)
  expect(await screen.findByText('周日休息')).toBeTruthy()
})
