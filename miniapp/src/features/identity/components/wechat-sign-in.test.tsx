import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../test/fake-bff'
import { press } from '../../../../test/hands'
import { renderPage } from '../../../../test/render-page'
import { aSignIn } from '../../../../test/sessions'
import { taroState } from '../../../../test/taro'
import { getToken } from '../../../platform/session'
import { WechatSignIn } from './wechat-sign-in'

test('two taps sign in once, with a code from WeChat', async () => {
  fakeBff.replies('POST /v1/sessions/wechat', aSignIn())
  renderPage(<WechatSignIn />)
  press('微信登录')
  press('微信登录')
  await waitFor(() => {
    expect(getToken()).toBe('token-1')
  })
  expect(fakeBff.received('POST /v1/sessions/wechat')).toHaveLength(1)
  expect(fakeBff.received('POST /v1/sessions/wechat')[0]?.body).toMatchObject({ code: 'wechat-code' })
})

test('no code from WeChat: says so and offers the phone', async () => {
  taroState.wechatCode = ''
  renderPage(<WechatSignIn />)
  press('微信登录')
  expect(await screen.findByText('微信登录没有成功')).toBeTruthy()
  expect(screen.getByText('请再点一次，或用手机号登录。')).toBeTruthy()
})

test('a refused code is explained', async () => {
  fakeBff.refuses('POST /v1/sessions/wechat', 'wechat_blocked')
  renderPage(<WechatSignIn />)
  press('微信登录')
  expect(await screen.findByText('微信暂时不允许这个账号登录')).toBeTruthy()
})
