import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { renderPage } from '../../../../../test/render-page'
import { beginActing, endActing } from '../../../../platform/acting'
import { aWallet } from '../../testing/licences'
import ContributionsPage from '../contributions/index'
import WalletPage from './index'

beforeEach(() => {
  beginActing({ mandate: 'm1', person: '王*英', by: 'volunteer', operations: ['show_licences'] })
})
afterEach(() => {
  endActing()
})

test('the licences of the person can be presented; who looked at one’s own is not offered', async () => {
  fakeBff.replies('GET /v1/licences', aWallet())
  renderPage(<WalletPage />)
  expect(screen.getByRole('heading', { level: 1, name: '王*英的证照' })).toBeTruthy()
  expect(await screen.findByRole('button', { name: '出示证照' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /谁看过我的证照|社保缴费记录/ })).toBeNull()
})

test('what no mandate gives away waits until acting has ended', () => {
  renderPage(<ContributionsPage />)
  expect(screen.getByText('这里是您自己的内容')).toBeTruthy()
})
