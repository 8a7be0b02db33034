import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { progressText } from '../../text'
import CaseNumberPage from './index'

const { label, wrong, hint } = progressText.caseNumber

test('a number that cannot be one is not taken: the summary and the field say the same, and what was typed stays', () => {
  renderPage(<CaseNumberPage />)
  expect(screen.getByText(hint)).toBeTruthy()
  fillIn(label, '办件 7')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain(wrong)
  expect(screen.getByText(`错误：${wrong}`)).toBeTruthy()
  expect(screen.getByDisplayValue('办件 7')).toBeTruthy()
  expect(wentTo()).toBeUndefined()
})

test('spaces, small letters and wide letters are tidied before going on', () => {
  renderPage(<CaseNumberPage />)
  fillIn(label, ' cl20261120-０００７ ')
  press('下一步')
  expect(wentTo()).toBe('/features/progress/pages/case-password/index')
  expect(screen.getByDisplayValue('CL20261120-0007')).toBeTruthy()
})

test('the number is still there after the app was closed', () => {
  const { unmount } = renderPage(<CaseNumberPage />)
  fillIn(label, 'CL2026')
  unmount()
  renderPage(<CaseNumberPage />)
  expect(screen.getByDisplayValue('CL2026')).toBeTruthy()
})

test('the case system being away is said before people start; of others that will not be asked, nothing', async () => {
  const asOf = '2026-11-21T01:00:00.000Z'
  fakeBff.replies('GET /v1/status', {
    asOf,
    departments: [
      { department: 'police', name: '公安系统', state: 'slow', since: asOf, notice: null },
      { department: 'cases', name: '办件系统', state: 'down', since: asOf, notice: null },
    ],
  })
  renderPage(<CaseNumberPage />)
  expect(await screen.findByText('办件系统暂时不能用')).toBeTruthy()
  expect(screen.getByText('从 11月21日 周六 上午9:00 开始')).toBeTruthy()
  expect(screen.queryByText(/公安系统/)).toBeNull()
})
