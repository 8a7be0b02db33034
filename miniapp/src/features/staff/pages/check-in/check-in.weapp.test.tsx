import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aWaitingVisit } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import CheckInPage from './index'

// A constant of the build; the rest stays as in browsers, so that the page can be found by role.
jest.mock('../../../../platform/scan', () => ({ ...jest.requireActual<object>('../../../../platform/scan'), CAN_SCAN: true }))

const CHECK_IN = 'POST /v1/staff/check-ins'

test('a scanned code checks in at once', async () => {
  taroState.scanned = 'ONE-VISIT:V:1123482905'
  fakeBff.replies(CHECK_IN, aWaitingVisit())
  renderForStaff(<CheckInPage />)
  press('扫预约码')
  expect(await screen.findByText('签到成功')).toBeTruthy()
  expect(fakeBff.received(CHECK_IN)[0]?.body).toMatchObject({ by: 'qr' })
})

test('a code of something else is said to be none of ours', async () => {
  taroState.scanned = 'https://example.com/'
  renderForStaff(<CheckInPage />)
  press('扫预约码')
  expect((await screen.findByRole('alert')).textContent).toContain('或扫预约码')
})
