import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSession, aSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import { writeStored } from '../../../../platform/storage'
import BindPhonePage from '../bind-phone/index'
import BindPhoneCodePage from './index'

const signedIn = aSignIn({ account: { phone: null } })

test('a phone is asked for first, then the code', async () => {
  fakeBff.replies('POST /v1/sms-codes', { expiresIn: 300, againIn: 60 })
  renderPage(<BindPhonePage />, { signedIn })
  fillIn('手机号', '13800138000')
  press('获取验证码')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/identity/pages/bind-phone-code/index')
  })
})

function showCodePage() {
  renderPage(<></>, { signedIn }).unmount()
  const againAt = String(Date.now() + 60_000)
  writeStored('draft:bind-phone', { at: Date.now(), values: { phone: '13800138000', sentTo: '13800138000', againAt } })
  taroState.below = ['/pages/me/index', '/features/identity/pages/bind-phone/index']
  taroState.path = '/features/identity/pages/bind-phone-code/index'
  return renderPage(<BindPhoneCodePage />, { signedIn })
}

test('the right code binds, and leads back past both pages', async () => {
  fakeBff.replies('PUT /v1/account/phone', aSession())
  showCodePage()
  fillIn('验证码', '123456')
  press('绑定')
  await waitFor(() => {
    expect(wentTo()).toBe('back 2')
  })
  expect(fakeBff.received('PUT /v1/account/phone')[0]?.body).toEqual({ method: 'sms', phone: '13800138000', code: '123456' })
})

test('a phone of another account is refused in words', async () => {
  fakeBff.refuses('PUT /v1/account/phone', 'already_bound', { detail: '这个手机号已经绑定在另一个账号上。' })
  showCodePage()
  fillIn('验证码', '123456')
  press('绑定')
  expect(await screen.findByText('这个手机号已经绑定在另一个账号上。')).toBeTruthy()
})
