import { screen, waitFor } from '@testing-library/react'
import { bff } from '../../../test/fake-bff'
import { pagesOpen } from '../../../test/fake-taro'
import { fillIn, press, showPage, startAnew } from '../../../test/page'
import SignInPage from './index'

const ADDRESS = '/pages/sign-in/index'
const sent = { expiresIn: 300, againIn: 60 }

beforeEach(startAnew)

test('a phone is asked for, a code is sent to it, and the next page asks for the code', async () => {
  bff.replies('POST /v1/sms-codes', sent)
  showPage(SignInPage, ADDRESS)
  fillIn('手机号', '138 0013 8000')
  press('获取验证码')
  await waitFor(() => expect(pagesOpen().at(-1)).toBe('/pages/sign-in-code/index'))
  expect(bff.received('POST /v1/sms-codes')[0]?.body).toEqual({ phone: '13800138000' })
})

test('a wrong phone is said above and beside the field in the same words, and nothing is sent', () => {
  showPage(SignInPage, ADDRESS)
  fillIn('手机号', '12345')
  press('获取验证码')
  expect(screen.getByRole('alert').textContent).toContain('请填写 11 位手机号')
  expect(screen.getByText('错误：请填写 11 位手机号')).toBeTruthy()
  expect(bff.received('POST /v1/sms-codes')).toHaveLength(0)
})

test('without a network what was typed stays, and trying again works', async () => {
  bff.isUnreachable('POST /v1/sms-codes')
  showPage(SignInPage, ADDRESS)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByDisplayValue('13800138000')).toBeTruthy()
  bff.replies('POST /v1/sms-codes', sent)
  press('获取验证码')
  await waitFor(() => expect(pagesOpen().at(-1)).toBe('/pages/sign-in-code/index'))
})

test('two taps send one code', async () => {
  const release = bff.waits('POST /v1/sms-codes')
  showPage(SignInPage, ADDRESS)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  press(/获取验证码|请稍候/)
  release(sent)
  await waitFor(() => expect(pagesOpen().at(-1)).toBe('/pages/sign-in-code/index'))
  expect(bff.received('POST /v1/sms-codes')).toHaveLength(1)
})

test('too many tries: says when to try again', async () => {
  bff.refuses('POST /v1/sms-codes', 'too_many_attempts', { retryAfter: 600 })
  showPage(SignInPage, ADDRESS)
  fillIn('手机号', '13800138000')
  press('获取验证码')
  expect(await screen.findByText('试的次数太多了')).toBeTruthy()
  expect(screen.getByText('请在 10 分钟后再试。')).toBeTruthy()
})

test('whoever was signed out by time is told so, and that nothing is lost', () => {
  showPage(SignInPage, `${ADDRESS}?reason=session_expired`)
  expect(screen.getByText('登录已过期')).toBeTruthy()
  expect(screen.getByText('完成后会回到刚才那一页，已填的内容都在。')).toBeTruthy()
})

test('a browser offers the provincial account and not WeChat', async () => {
  showPage(SignInPage, ADDRESS)
  expect(screen.queryByRole('button', { name: '微信登录' })).toBeNull()
  press('用省政务账号登录', 'link')
  await waitFor(() => expect(pagesOpen().at(-1)).toBe('/features/identity/pages/provincial/index'))
})
