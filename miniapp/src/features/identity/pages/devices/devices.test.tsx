import { screen, waitFor } from '@testing-library/react'
import type { DeviceSessionDto } from '@one-visit/shared/identity/contract'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { getToken } from '../../../../platform/session'
import SignOutPage from '../sign-out/index'
import SignOutEverywherePage from '../sign-out-everywhere/index'
import DevicesPage from './index'

const signedIn = aSignIn()
const at = { signedInAt: '2026-11-01T01:00:00.000Z', lastSeenAt: '2026-11-21T01:00:00.000Z' }
const here: DeviceSessionDto = {
  id: '019a0000-0000-7000-8000-000000000001',
  label: '浏览器 · Chrome',
  provider: 'sms',
  current: true,
  ...at,
}
const old: DeviceSessionDto = {
  id: '019a0000-0000-7000-8000-000000000009',
  label: '微信 · 旧手机',
  provider: 'wechat',
  current: false,
  ...at,
}

test('lists the devices, marks this one, and signs another out', async () => {
  fakeBff.replies('GET /v1/sessions', { items: [here, old] })
  fakeBff.replies('DELETE /v1/sessions/:id', undefined)
  renderPage(<DevicesPage />, { signedIn })
  expect(await screen.findByText('这台设备')).toBeTruthy()
  expect(screen.getAllByText('最近使用：11月21日 周六 上午9:00')).toHaveLength(2)
  fakeBff.replies('GET /v1/sessions', { items: [here] })
  press('让“微信 · 旧手机”退出登录')
  expect(await screen.findByText('“微信 · 旧手机”已退出登录')).toBeTruthy()
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: '让“微信 · 旧手机”退出登录' })).toBeNull()
  })
})

test('without a network it says so and asks again', async () => {
  fakeBff.isUnreachable('GET /v1/sessions')
  renderPage(<DevicesPage />, { signedIn })
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies('GET /v1/sessions', { items: [here] })
  press('再试一次')
  expect(await screen.findByText('这台设备')).toBeTruthy()
})

test('a session that has ended leads to signing in, and the page says what it is for', async () => {
  fakeBff.refuses('GET /v1/sessions', 'session_expired')
  renderPage(<DevicesPage />, { signedIn })
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  expect(await screen.findByText('这里是您自己的信息，登录后才能看。')).toBeTruthy()
})

test('signing out everywhere is a page of its own; afterwards nothing of the person is here', async () => {
  fakeBff.replies('DELETE /v1/sessions', undefined)
  renderPage(<SignOutEverywherePage />, { signedIn })
  press('退出所有设备')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/me/index')
  })
  expect(getToken()).toBeNull()
})

test('signing out without a network can at least clear this device', async () => {
  fakeBff.isUnreachable('DELETE /v1/session')
  renderPage(<SignOutPage />, { signedIn })
  press('退出登录')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(getToken()).toBe('token-1')
  press('先清除这台设备上的登录')
  expect(getToken()).toBeNull()
})
