import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import { getToken } from '../../../../platform/session'
import ProvincialSignInPage from './index'

test('the code that the province sends along signs in by itself, once', async () => {
  fakeBff.replies('POST /v1/sessions/provincial', aSignIn())
  taroState.path = '/features/identity/pages/provincial/index'
  renderPage(<ProvincialSignInPage />, { query: { code: 'from-the-province' } })
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/home/index')
  })
  expect(getToken()).toBe('token-1')
  expect(fakeBff.received('POST /v1/sessions/provincial')).toHaveLength(1)
})

test('before consent the code is not sent', () => {
  renderPage(<ProvincialSignInPage />, { query: { code: 'from-the-province' }, agreed: false })
  expect(fakeBff.received('POST /v1/sessions/provincial')).toHaveLength(0)
})

test('a code typed in signs in and leads back', async () => {
  fakeBff.replies('POST /v1/sessions/provincial', aSignIn())
  taroState.below = ['/pages/me/index', '/pages/sign-in/index']
  taroState.path = '/features/identity/pages/provincial/index'
  renderPage(<ProvincialSignInPage />)
  fillIn('授权码', ' demo ')
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('back 2')
  })
  expect(fakeBff.received('POST /v1/sessions/provincial')[0]?.body).toMatchObject({ code: 'demo' })
})

test('a used code is refused, and the phone is offered', async () => {
  fakeBff.refuses('POST /v1/sessions/provincial', 'sign_in_failed')
  renderPage(<ProvincialSignInPage />, { query: { code: 'used' } })
  expect(await screen.findByText('没有登录成功')).toBeTruthy()
  press('用手机号登录', 'link')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index')
  })
})
