import { screen } from '@testing-library/react'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { beginActing, endActing } from '../../../../platform/acting'
import { aGroup, aVisit, countyAnswers, hasAnswered, verified, visitList } from '../../testing/visits'
import { fakeBff } from '../../../../../test/fake-bff'
import StartPage from '../start/index'
import VisitsPage from '../visits/index'
import WhoPage from './index'

const forWang = { mandate: 'm1', person: '王*英', operations: ['book_visits'], itemGroups: ['household'] } as const

beforeEach(() => {
  countyAnswers([aGroup(), aGroup({ id: 'vehicles', name: '车驾管业务', department: '交警' })])
})
afterEach(() => {
  endActing()
})

test('a daughter sees what the mandate names, and books in the name of her mother', async () => {
  beginActing({ ...forWang, by: 'resident' })
  const start = renderPage(<StartPage />, { signedIn: verified })
  expect(await screen.findByText('户籍和身份证')).toBeTruthy()
  expect(screen.queryByText('车驾管业务')).toBeNull()
  start.unmount()
  hasAnswered('booking', { who: '' })
  renderPage(<WhoPage />, { signedIn: verified })
  expect(screen.queryByRole('heading', { name: '给家人预约' })).toBeNull()
  press('给王*英预约')
  expect(wentTo()).toBe('/features/appointments/pages/check/index')
})

test('a volunteer without an account of their own sees the visits of the person', async () => {
  fakeBff.replies('GET /v1/appointments', visitList({ active: [aVisit()] }))
  beginActing({ ...forWang, by: 'volunteer' })
  renderPage(<VisitsPage />)
  expect(screen.getByRole('heading', { level: 1, name: '王*英的预约' })).toBeTruthy()
  expect(await screen.findByRole('list', { name: '要去的' })).toBeTruthy()
  expect(fakeBff.received('GET /v1/appointments')[0]?.headers['X-Mandate']).toBe('m1')
})
