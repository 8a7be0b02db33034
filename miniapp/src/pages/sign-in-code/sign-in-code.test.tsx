import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../test/hands'
import { renderPage } from '../../../test/render-page'
import { aSignIn } from '../../../test/sessions'
import { taroState } from '../../../test/taro'
import { writeStored } from '../../platform/storage'
import { getToken } from '../../platform/session'
import SignInCodePage from './index'

function showAfterSending({ againInSeconds = 60 } = {}) {
  const againAt = String(Date.now() + againInSeconds * 1000)
  writeStored('draft:sign-in', { at: Date.now(), values: { phone: '13800138000', sentTo: '13800138000', againAt } })
  taroState.below = ['/features/progress/pages/look-up/index', '/pages/sign-in/index']
  taroState.path = '/pages/sign-in-code/index'
  return renderPage(<SignInCodePage />)
}

test('the right code signs in and leads back to the page that asked for it', async () => {
  fakeBff.replies('POST /v1/sessions/sms', aSignIn())
  showAfterSending()
  fillIn('验证码', '123456')
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('back 2')
  })
  expect(getToken()).toBe('token-1')
  const [request] = fakeBff.received('POST /v1/sessions/sms')
  expect(request?.body).toMatchObject({
    phone: '13800138000',
    code: '123456',
    consent: PRIVACY_VERSION,
    device: { label: '浏览器 · 未知' },
  })
})

test('opened from outside, it leads home', async () => {
  fakeBff.replies('POST /v1/sessions/sms', aSignIn())
  showAfterSending()
  taroState.below = []
  fillIn('验证码', '123456')
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/home/index')
  })
})

test('a wrong code is said beside the field, and the code stays to be mended', async () => {
  fakeBff.refuses('POST /v1/sessions/sms', 'code_invalid', { fields: [{ path: 'code', message: '验证码不对或已过期' }] })
  showAfterSending()
  fillIn('验证码', '123456')
  press('登录')
  expect(await screen.findByText('错误：验证码不对或已过期')).toBeTruthy()
  expect(screen.getByDisplayValue('123456')).toBeTruthy()
})

test('five digits are not sent', () => {
  showAfterSending()
  fillIn('验证码', '12345')
  press('登录')
  expect(screen.getByText('错误：请填写 6 位验证码')).toBeTruthy()
  expect(fakeBff.received('POST /v1/sessions/sms')).toHaveLength(0)
})

test('two taps sign in once', async () => {
  const release = fakeBff.waits('POST /v1/sessions/sms')
  showAfterSending()
  fillIn('验证码', '123456')
  press('登录')
  press('登录')
  release(aSignIn())
  await waitFor(() => {
    expect(getToken()).toBe('token-1')
  })
  expect(fakeBff.received('POST /v1/sessions/sms')).toHaveLength(1)
})

test('too many wrong codes: says when to try again', async () => {
  fakeBff.refuses('POST /v1/sessions/sms', 'too_many_attempts', { retryAfter: 60 })
  showAfterSending()
  fillIn('验证码', '123456')
  press('登录')
  expect(await screen.findByText('请在 1 分钟后再试。')).toBeTruthy()
})

test('without a network the code stays, and trying again works', async () => {
  fakeBff.isUnreachable('POST /v1/sessions/sms')
  showAfterSending()
  fillIn('验证码', '123456')
  press('登录')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies('POST /v1/sessions/sms', aSignIn())
  press('登录')
  await waitFor(() => {
    expect(getToken()).toBe('token-1')
  })
})

test('another code may be asked for when the minute is over, which is said politely', async () => {
  fakeBff.replies('POST /v1/sms-codes', { expiresIn: 300, againIn: 60 })
  showAfterSending({ againInSeconds: 0 })
  expect(screen.getByText('没有收到？现在可以重新获取验证码。').closest('[aria-live="polite"]')).toBeTruthy()
  press('获取验证码')
  expect(await screen.findByText('验证码已发到 138****8000')).toBeTruthy()
  expect(screen.getByRole('button', { name: /秒后可重新获取/ }).getAttribute('aria-disabled')).toBe('true')
})

test('opened without a phone, it asks for the phone first', async () => {
  renderPage(<SignInCodePage />)
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index')
  })
})
