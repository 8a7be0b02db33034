import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSession, aSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import StepUpPage from './index'

function show(phone: string | null) {
  taroState.below = ['/pages/home/index']
  taroState.path = '/features/identity/pages/step-up/index'
  return renderPage(<StepUpPage />, { signedIn: aSignIn({ assurance: 2, account: { phone } }) })
}

test('a code to the own phone confirms, and leads back', async () => {
  fakeBff.replies('POST /v1/step-up/sms-codes', { expiresIn: 300, againIn: 60 })
  fakeBff.replies('POST /v1/step-up', aSession({ assurance: 3 }))
  show('138****8000')
  press('获取验证码')
  expect(await screen.findByText('验证码已发到 138****8000')).toBeTruthy()
  fillIn('验证码', '123456')
  press('确认')
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
  expect(fakeBff.received('POST /v1/step-up')[0]?.body).toEqual({ method: 'sms', code: '123456' })
})

test('without a phone, name and number are asked for', async () => {
  fakeBff.replies('POST /v1/step-up', aSession({ assurance: 3 }))
  show(null)
  fillIn('姓名', '王秀英')
  fillIn('身份证号', '11010519491231002X')
  press('确认')
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
  expect(fakeBff.received('POST /v1/step-up')[0]?.body).toMatchObject({ method: 'real_name' })
})

test('nobody signed in: leads to signing in', async () => {
  renderPage(<StepUpPage />)
  press('去登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index')
  })
})
