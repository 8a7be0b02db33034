import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aWaitingVisit } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import CheckInPage from './index'

const CHECK_IN = 'POST /v1/staff/check-ins'
const FIELD = '预约号或身份证号'

test.each([
  ['the number', '1123 482 905', { by: 'number', value: '1123482905' }],
  ['what a scanner types', 'ONE-VISIT:V:1123482905', { by: 'qr', value: 'ONE-VISIT:V:1123482905' }],
  ['the ID number', '11010519491231002x', { by: 'resident_id', value: '11010519491231002X' }],
])('checks in by %s, and shows the ticket', async (_, typed, body) => {
  renderForStaff(<CheckInPage />)
  fillIn(FIELD, typed)
  fakeBff.replies(CHECK_IN, aWaitingVisit())
  press('签到')
  expect(await screen.findByText('签到成功')).toBeTruthy()
  expect(screen.getAllByText('A001').length).toBeGreaterThan(0)
  expect(fakeBff.received(CHECK_IN)[0]?.body).toEqual({ office: 'hall', ...body })
  press('给下一位签到')
  expect(screen.getByLabelText<HTMLInputElement>(FIELD).value).toBe('')
  expect(JSON.stringify([...taroState.storage])).not.toContain('11010519491231002')
})

test('neither number nor card: says what is missing', () => {
  renderForStaff(<CheckInPage />)
  fillIn(FIELD, '123')
  press('签到')
  expect(screen.getByRole('alert').textContent).toContain('请填写 10 位预约号或 18 位身份证号')
})

test('another day: says which, and offers to take a number on the spot', async () => {
  renderForStaff(<CheckInPage />)
  fillIn(FIELD, '1123482905')
  fakeBff.refuses(CHECK_IN, 'visit_not_today', { detail: '约的是11月24日 周二 10:00，茶陵县政务服务中心。' })
  press('签到')
  expect(await screen.findByText('约的是11月24日 周二 10:00，茶陵县政务服务中心。')).toBeTruthy()
  press('现场取号')
  expect(wentTo()).toBe('/features/staff/pages/enter/index?office=hall&channel=walk_in')
})
