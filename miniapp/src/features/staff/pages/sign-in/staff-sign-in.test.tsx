import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aStaffSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import { getStaffToken } from '../../../../platform/staff-session'
import StaffSignInPage from './index'

function fill() {
  fillIn('账号', 'li.clerk')
  fillIn('密码', 'correct horse')
  fillIn('动态码', '123 456')
}

test('user name, password and code sign in, and lead to the first page of staff', async () => {
  fakeBff.replies('POST /v1/staff/sessions', aStaffSignIn())
  renderPage(<StaffSignInPage />)
  fill()
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/staff/pages/home/index')
  })
  expect(getStaffToken()).toBe('staff-token')
  expect(fakeBff.received('POST /v1/staff/sessions')[0]?.body).toEqual({
    username: 'li.clerk',
    password: 'correct horse',
    totp: '123456',
  })
})

test('every empty field is named at once', () => {
  renderPage(<StaffSignInPage />)
  press('登录')
  expect(screen.getByRole('alert').textContent).toContain('有 3 处需要修改')
  expect(fakeBff.received('POST /v1/staff/sessions')).toHaveLength(0)
})

test('a wrong password says no more than that, and the user name stays', async () => {
  fakeBff.refuses('POST /v1/staff/sessions', 'sign_in_failed')
  renderPage(<StaffSignInPage />)
  fill()
  press('登录')
  expect(await screen.findByText('没有登录成功')).toBeTruthy()
  expect(screen.getByDisplayValue('li.clerk')).toBeTruthy()
})

test('too many tries: says when to try again', async () => {
  fakeBff.refuses('POST /v1/staff/sessions', 'too_many_attempts', { retryAfter: 120 })
  renderPage(<StaffSignInPage />)
  fill()
  press('登录')
  expect(await screen.findByText('请在 2 分钟后再试。')).toBeTruthy()
})

test('neither password nor code reaches the storage of the device', () => {
  renderPage(<StaffSignInPage />)
  fill()
  const stored = JSON.stringify([...taroState.storage])
  expect(stored).toContain('li.clerk')
  expect(stored).not.toContain('correct horse')
  expect(stored).not.toContain('123 456')
})
