import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { renderForStaff } from '../../testing/staff'
import VerifyPage from './index'

// A constant of the build; the rest stays as in browsers, so that the page can be found by role.
jest.mock('../../../../platform/scan', () => ({ ...jest.requireActual<object>('../../../../platform/scan'), CAN_SCAN: true }))

test('a scanned code is checked at once', async () => {
  taroState.scanned = 'OV1P:00FF'
  fakeBff.refuses('POST /v1/verifications', 'presentation_used')
  renderForStaff(<VerifyPage />)
  press('代办服务核对身份', 'radio')
  press('下一步')
  press('扫出示码或健康码')
  expect((await screen.findByRole('alert')).textContent).toContain('这个码已经查验过一次')
  expect(fakeBff.received('POST /v1/verifications')[0]?.body).toEqual({ code: 'OV1P:00FF', purpose: '代办服务核对身份' })
})
