import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { renderPage } from '../../../../../test/render-page'
import { beginActing, endActing } from '../../../../platform/acting'
import { aCase, CASE_NUMBER } from '../../testing/cases'
import MyCasesPage from '../my-cases/index'
import OwnCasePage from './index'

beforeEach(() => {
  fakeBff.replies('GET /v1/cases', { items: [aCase()], missing: [] })
  beginActing({ mandate: 'm1', person: '王*英', by: 'volunteer', operations: ['look_up_cases'] })
})
afterEach(() => {
  endActing()
})

test('the cases of the person are named as theirs', async () => {
  renderPage(<MyCasesPage />)
  expect(screen.getByRole('heading', { level: 1, name: '王*英的办件' })).toBeTruthy()
  expect(await screen.findByText('个体工商户设立登记')).toBeTruthy()
})

test('a case of somebody else cannot be followed', async () => {
  renderPage(<OwnCasePage />, { query: { of: 'my-cases', number: CASE_NUMBER } })
  expect((await screen.findAllByText(/审查中/)).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: /关注/ })).toBeNull()
})
