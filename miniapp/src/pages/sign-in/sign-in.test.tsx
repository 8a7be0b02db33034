import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../test/hands'
import { renderPage } from '../../../test/render-page'
import SignInPage from './index'

const CODE_PAGE = '/pages/sign-in-code/index'
const sent = { expiresIn: 300, againIn: 60 }

async function hasGoneOn(): Promise<void> {
  await waitFor(() => {
    expect(wentTo()).toBe(CODE_PAGE)
  })
}

test('a phone is asked for, a code is sent to it, and the next page asks for the code', async () => {
  fakeBff.replies('POST /v1/sms-codes', sent)
  renderPage(<SignInPage />)
  fillIn('手机号', '138 0013 8000')
  press('获取验证码')
  await hasGoneOn()
  expect(fakeBff.received('POST /v1/sms-codes')[0]?.body).toEqual({ phone: '13800138000' })
})

test('a wrong phone is said above and beside the field in the same words, and nothing is sent', () => {
  renderPage(<SignInPage />)
  fillIn('手机号', '12345')
  press('获取验证码')
  expect(screen.getByRole('alert').textContent).toContain('请填写 11 位手机号')
  expect(screen.getByText('错误：请填写 11 位手机号')).toBeTruthy()
  expect(fakeBff.received('POST /v1/sms-codes')).toHaveLength(0)
})

test('without a network what was typed stays, and trying again works', async () => {
  fakeBff.isUnreachable('POST /v1/sms-codes')
  renderPage(<SignInPage />)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByDisplayValue('13800138000')).toBeTruthy()
  fakeBff.replies('POST /v1/sms-codes', sent)
  press('获取验证码')
  await hasGoneOn()
})

test('the phone is still there when the app is opened again', () => {
  const { unmount } = renderPage(<SignInPage />)
  fillIn('手机号', '13800138000')
  unmount()
  renderPage(<SignInPage />)
  expect(screen.getByDisplayValue('13800138000')).toBeTruthy()
})

test('two taps send one code', async () => {
  const release = fakeBff.waits('POST /v1/sms-codes')
  renderPage(<SignInPage />)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  press(/获取验证码|请稍候/)
  release(sent)
  await hasGoneOn()
  expect(fakeBff.received('POST /v1/sms-codes')).toHaveLength(1)
})

test('within the minute of the last code it goes on without asking for another', async () => {
  fakeBff.replies('POST /v1/sms-codes', sent)
  renderPage(<SignInPage />)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  await hasGoneOn()
  press('获取验证码')
  expect(fakeBff.received('POST /v1/sms-codes')).toHaveLength(1)
})

test('too many tries: says when to try again', async () => {
  fakeBff.refuses('POST /v1/sms-codes', 'too_many_attempts', { retryAfter: 600 })
  renderPage(<SignInPage />)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  expect(await screen.findByText('试的次数太多了')).toBeTruthy()
  expect(screen.getByText('请在 10 分钟后再试。')).toBeTruthy()
})

test('whoever was signed out by time is told so, and that nothing is lost', () => {
  renderPage(<SignInPage />, { query: { reason: 'session_expired' } })
  expect(screen.getByText('登录已过期')).toBeTruthy()
  expect(screen.getByText('完成后会回到刚才那一页，已填的内容都在。')).toBeTruthy()
})

test('a browser offers the provincial account and not WeChat', async () => {
  renderPage(<SignInPage />)
  expect(screen.queryByRole('button', { name: '微信登录' })).toBeNull()
  press('用省政务账号登录', 'link')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/identity/pages/provincial/index')
  })
})

test('before consent nothing is asked, and the full notice can be read', async () => {
  renderPage(<SignInPage />, { agreed: false })
  expect(screen.queryByLabelText('手机号')).toBeNull()
  press('看完整的隐私说明', 'link')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/identity/pages/privacy/index')
  })
  press('同意，开始使用')
  expect(screen.getByLabelText('手机号')).toBeTruthy()
})
