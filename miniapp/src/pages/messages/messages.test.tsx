import type { MessageDto } from '@one-visit/shared/messages/contract'
import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../test/fake-bff'
import { press, wentTo } from '../../../test/hands'
import { renderPage } from '../../../test/render-page'
import { aSignIn } from '../../../test/sessions'
import { queryClient } from '../../platform/query-client'
import MessagesPage from './index'

const READ = 'POST /v1/messages/:id/read'
const signedIn = aSignIn()

const aMessage = (overrides: Partial<MessageDto> = {}): MessageDto => ({
  id: '019a0000-0000-7000-8000-0000000000e1',
  at: '2026-11-21T01:00:00.000Z',
  kind: 'case_changed',
  title: '身份证换领：可以领取',
  body: '请带身份证到一楼公安窗口领取。',
  link: '/features/progress/pages/followed/index?id=f1',
  read: false,
  ...overrides,
})

test('an unread message is marked in word and shape; opening it marks it read and leads to its page', async () => {
  fakeBff.replies('GET /v1/messages', { items: [aMessage()], next: null, unread: 1 })
  fakeBff.replies(READ, undefined)
  renderPage(<MessagesPage />, { signedIn })
  expect(await screen.findByText('未读')).toBeTruthy()
  expect(screen.getByText('●')).toBeTruthy()
  expect(screen.getByRole('link', { name: /消息.*1 条未读/ })).toBeTruthy()
  press(/身份证换领/, 'link')
  expect(wentTo()).toBe('/features/progress/pages/followed/index?id=f1')
  expect(await screen.findByText('已读')).toBeTruthy()
  press(/身份证换领/, 'link')
  expect(fakeBff.received(READ)).toHaveLength(1)
  expect(screen.queryByText('1 条未读')).toBeNull()
})

test('a message about a visit leads to the visit', async () => {
  const link = '/features/appointments/pages/visit/index?id=a1'
  fakeBff.replies('GET /v1/messages', {
    items: [aMessage({ kind: 'visit', title: '提醒：您有预约', body: '11月24日 周二 上午10:00，茶陵县政务服务中心。', link })],
    next: null,
    unread: 1,
  })
  fakeBff.replies(READ, undefined)
  renderPage(<MessagesPage />, { signedIn })
  expect(await screen.findByText(/11月24日 周二 上午10:00/)).toBeTruthy()
  press(/提醒：您有预约/, 'link')
  expect(wentTo()).toBe(link)
})

test('a message that leads nowhere is read on the spot', async () => {
  fakeBff.replies('GET /v1/messages', {
    items: [aMessage({ kind: 'account', link: null, title: '新设备登录' })],
    next: null,
    unread: 1,
  })
  fakeBff.replies(READ, undefined)
  renderPage(<MessagesPage />, { signedIn })
  await screen.findByText('新设备登录')
  press('把“新设备登录”标为已读')
  expect(await screen.findByText('已读')).toBeTruthy()
  expect(wentTo()).toBeUndefined()
})

test('a dead network while marking leaves the message unread', async () => {
  fakeBff.replies('GET /v1/messages', { items: [aMessage({ link: null })], next: null, unread: 1 })
  fakeBff.isUnreachable(READ)
  renderPage(<MessagesPage />, { signedIn })
  await screen.findByText('未读')
  press(/标为已读/)
  await waitFor(() => {
    expect(fakeBff.received(READ)).toHaveLength(1)
  })
  expect(await screen.findByText('未读')).toBeTruthy()
})

test('older messages come page by page', async () => {
  fakeBff.replies('GET /v1/messages', { items: [aMessage()], next: 'c2', unread: 1 })
  renderPage(<MessagesPage />, { signedIn })
  await screen.findByText('身份证换领：可以领取')
  fakeBff.replies('GET /v1/messages', {
    items: [aMessage({ id: '019a0000-0000-7000-8000-0000000000e0', title: '身份证换领：已受理', read: true })],
    next: null,
    unread: 1,
  })
  press('看更早的')
  expect(await screen.findByText('身份证换领：已受理')).toBeTruthy()
  expect(screen.getByText('已经是全部消息了。')).toBeTruthy()
  expect(fakeBff.received('GET /v1/messages').at(-1)?.endpoint).toBe('GET /v1/messages?cursor=c2')
})

test('no messages: says what would bring some', async () => {
  fakeBff.replies('GET /v1/messages', { items: [], next: null, unread: 0 })
  renderPage(<MessagesPage />, { signedIn })
  expect(await screen.findByText('还没有消息')).toBeTruthy()
  press('去查办件')
  expect(wentTo()).toBe('/features/progress/pages/start/index')
})

test('without a network the last messages are shown with their time', async () => {
  fakeBff.replies('GET /v1/messages', { items: [aMessage()], next: null, unread: 1 })
  const { unmount } = renderPage(<MessagesPage />, { signedIn })
  await screen.findByText('身份证换领：可以领取')
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable('GET /v1/messages')
  renderPage(<MessagesPage />, { signedIn })
  expect(await screen.findByText(/这是 .*月.*日 周. .午.* 的结果/)).toBeTruthy()
  expect(screen.getByText('身份证换领：可以领取')).toBeTruthy()
})

test('a session that has ended leads to signing in, and the page says what for', async () => {
  fakeBff.refuses('GET /v1/messages', 'session_expired')
  renderPage(<MessagesPage />, { signedIn })
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  expect(await screen.findByText('登录后能看到您的消息')).toBeTruthy()
})

test('whoever is not signed in is asked nothing', () => {
  renderPage(<MessagesPage />)
  act(() => {
    press('登录')
  })
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  expect(fakeBff.received('GET /v1/messages')).toHaveLength(0)
})
