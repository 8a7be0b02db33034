import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { keepSignedIn } from '../../../../platform/session'
import { writeStored } from '../../../../platform/storage'
import { aCase, CASE_NUMBER } from '../../testing/cases'
import { progressText } from '../../text'
import CaseLastFourPage from './index'

const LOOK_UP = 'POST /v1/case-look-ups'
const { label, wrong } = progressText.caseLastFour

beforeEach(() => {
  writeStored('draft:case-look-up', { at: Date.now(), values: { caseNumber: CASE_NUMBER } })
})

test('leads to signing in before anything is sent, and comes back with number and digits kept', async () => {
  fakeBff.replies(LOOK_UP, aCase())
  renderPage(<CaseLastFourPage />)
  fillIn(label, '002x')
  press('查询')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  expect(fakeBff.received(LOOK_UP)).toHaveLength(0)
  act(() => {
    keepSignedIn(aSignIn())
  })
  expect(screen.getByText(CASE_NUMBER)).toBeTruthy()
  press('查询')
  await waitFor(() => {
    expect(wentTo()).toBe(`/features/progress/pages/case-found/index?number=${CASE_NUMBER}`)
  })
  expect(fakeBff.received(LOOK_UP)[0]?.body).toEqual({ by: 'id_last_four', caseNumber: CASE_NUMBER, lastFour: '002X' })
})

test('a session that has ended leads to signing in, and nothing typed is lost', async () => {
  fakeBff.refuses(LOOK_UP, 'session_expired')
  renderPage(<CaseLastFourPage />, { signedIn: aSignIn() })
  fillIn(label, '0023')
  press('查询')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  expect(screen.getByDisplayValue('0023')).toBeTruthy()
})

test('three digits are not sent', () => {
  renderPage(<CaseLastFourPage />, { signedIn: aSignIn() })
  fillIn(label, '002')
  press('查询')
  expect(screen.getByText(`错误：${wrong}`)).toBeTruthy()
  expect(fakeBff.received(LOOK_UP)).toHaveLength(0)
})
