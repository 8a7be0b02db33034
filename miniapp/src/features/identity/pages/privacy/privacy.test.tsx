import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import AboutPage from '../about/index'
import PrivacyPage from './index'

test('the notice can be read before consent, and nothing is asked of the BFF', () => {
  renderPage(<PrivacyPage />, { agreed: false })
  expect(screen.getByText('我们收集什么')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '撤回同意' })).toBeNull()
  expect(fakeBff.received('GET /v1/county')).toHaveLength(0)
})

test('consent can be taken back', () => {
  renderPage(<PrivacyPage />)
  press('撤回同意')
  expect(screen.queryByRole('button', { name: '撤回同意' })).toBeNull()
})

test('about says which county is served and that data is sample data', async () => {
  renderPage(<AboutPage />)
  expect(await screen.findByText('服务地区：茶陵县')).toBeTruthy()
  expect(screen.getAllByText('演示数据').length).toBeGreaterThan(0)
})
