import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { renderPage } from '../../../../../test/render-page'
import { beginActing, endActing } from '../../../../platform/acting'
import { aCode } from '../../testing/codes'
import HealthCodePage from './index'

const CODE = 'GET /v1/health-codes/:person'

afterEach(() => {
  endActing()
})

test('under a mandate only the code of that person is there, and the family of whoever holds the phone is left alone', async () => {
  fakeBff.replies(CODE, aCode({ person: { ref: 'self', name: '王*英', relation: null } }))
  beginActing({ mandate: 'm1', person: '王*英', by: 'volunteer', operations: ['show_health_code'] })
  renderPage(<HealthCodePage />)
  expect((await screen.findAllByText('王*英')).length).toBeGreaterThan(0)
  await waitFor(() => {
    expect(fakeBff.received(CODE)[0]).toMatchObject({ endpoint: 'GET /v1/health-codes/self', headers: { 'X-Mandate': 'm1' } })
  })
  expect(fakeBff.received('GET /v1/family')).toHaveLength(0)
  expect(screen.queryByRole('radiogroup')).toBeNull()
  expect(screen.queryByRole('button', { name: '添加家人' })).toBeNull()
})
