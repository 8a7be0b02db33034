import { screen } from '@testing-library/react'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { countyAnswers, hasAnswered, verified } from '../../testing/visits'
import WhoPage from './index'

beforeEach(() => {
  countyAnswers()
})

test('whoever is not signed in signs in first', () => {
  hasAnswered('booking', { who: '' })
  renderPage(<WhoPage />)
  press('去登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
})

test('whoever has no real name yet gives it first', () => {
  hasAnswered('booking', { who: '' })
  renderPage(<WhoPage />, { signedIn: aSignIn() })
  press('去实名')
  expect(wentTo()).toBe('/features/identity/pages/real-name/index?reason=real_name_required')
})

test('in the own name, masked; for family by telephone or at the counter', () => {
  hasAnswered('booking', { who: '' })
  renderPage(<WhoPage />, { signedIn: verified })
  expect(screen.getByText('王*英')).toBeTruthy()
  expect(screen.getByText(/家里的老人同意后，您可以替他预约/)).toBeTruthy()
  press('给我自己预约')
  expect(wentTo()).toBe('/features/appointments/pages/check/index')
})

test('without a time the page leads to the beginning', () => {
  renderPage(<WhoPage />, { signedIn: verified })
  expect(screen.getByText('请先选要办的事')).toBeTruthy()
})
