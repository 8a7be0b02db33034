import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSession, aSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import { keepSignedIn } from '../../../../platform/session'
import RealNamePage from './index'

/** Valid by GB 11643, and nobody's. */
const ID = '11010519491231002X'

function show() {
  taroState.below = ['/pages/home/index', '/features/progress/pages/mine/index']
  taroState.path = '/features/identity/pages/real-name/index'
  return renderPage(<RealNamePage />, { signedIn: aSignIn() })
}

function submit(residentId = ID) {
  fillIn('姓名', '王秀英')
  fillIn('身份证号', residentId)
  press('核对')
}

test('a match gives the real name and leads back to where it was needed', async () => {
  fakeBff.replies('POST /v1/real-name', aSession({ assurance: 2 }))
  show()
  submit('110105 19491231 002x')
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
  expect(fakeBff.received('POST /v1/real-name')[0]?.body).toEqual({ name: '王秀英', residentId: '11010519491231002x' })
})

test('a name and number that do not fit are said beside both fields, and both stay', async () => {
  const message = '姓名和身份证号对不上'
  const fields = [
    { path: 'name', message },
    { path: 'residentId', message },
  ]
  fakeBff.refuses('POST /v1/real-name', 'real_name_mismatch', { fields })
  show()
  submit()
  expect(await screen.findAllByText(`错误：${message}`)).toHaveLength(2)
  expect(screen.getByRole('alert').textContent).toContain('有 2 处需要修改')
  expect(screen.getByDisplayValue('王秀英')).toBeTruthy()
  expect(screen.getByDisplayValue(ID)).toBeTruthy()
})

test('a number that cannot be one is not sent', () => {
  show()
  submit('110105194912310021')
  expect(screen.getByText('错误：请填写正确的 18 位身份证号')).toBeTruthy()
  expect(fakeBff.received('POST /v1/real-name')).toHaveLength(0)
})

test('with the police system down it says what else can be done, and trying again sends what was typed', async () => {
  fakeBff.refuses('POST /v1/real-name', 'department_unavailable', { detail: '公安系统暂时不能用' })
  show()
  submit()
  expect(await screen.findByText('公安系统暂时不能用')).toBeTruthy()
  expect(screen.getByText(/也可以带身份证到政务服务大厅窗口办理/)).toBeTruthy()
  fakeBff.replies('POST /v1/real-name', aSession({ assurance: 2 }))
  press('再试一次')
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
})

test('a number of another account leads to signing in with that one', async () => {
  fakeBff.refuses('POST /v1/real-name', 'already_bound', { detail: '这个身份证号已经绑定在另一个账号上。' })
  show()
  submit()
  expect(await screen.findByText('这个身份证号已经绑定在另一个账号上。')).toBeTruthy()
  press('用另一个账号登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index')
  })
})

test('too many tries: says when, and going back finds what was typed', async () => {
  fakeBff.refuses('POST /v1/real-name', 'too_many_attempts', { retryAfter: 3600 })
  show()
  submit()
  expect(await screen.findByText('请在 1 小时后再试。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  press('改一改再核对')
  expect(await screen.findByDisplayValue(ID)).toBeTruthy()
})

test('a session that has ended leads to signing in; afterwards everything typed is still there and can be sent', async () => {
  fakeBff.refuses('POST /v1/real-name', 'session_expired')
  show()
  submit()
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  act(() => {
    keepSignedIn({ ...aSignIn(), token: 'token-2' })
  })
  expect(screen.getByDisplayValue(ID)).toBeTruthy()
  fakeBff.replies('POST /v1/real-name', aSession({ assurance: 2 }))
  press('核对')
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
  expect(fakeBff.received('POST /v1/real-name').at(-1)?.headers['Authorization']).toBe('Bearer token-2')
})

test('two taps ask the police once', async () => {
  const release = fakeBff.waits('POST /v1/real-name')
  show()
  submit()
  press(/核对|请稍候/)
  release(aSession({ assurance: 2 }))
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
  expect(fakeBff.received('POST /v1/real-name')).toHaveLength(1)
})

test('the number never reaches the storage of the phone', () => {
  show()
  fillIn('姓名', '王秀英')
  fillIn('身份证号', ID)
  expect(JSON.stringify([...taroState.storage])).toContain('王秀英')
  expect(JSON.stringify([...taroState.storage])).not.toContain(ID)
})
