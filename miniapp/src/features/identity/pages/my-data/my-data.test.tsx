import { screen, waitFor } from '@testing-library/react'
import type { ActivityDto } from '@one-visit/shared/identity/contract'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import { getToken } from '../../../../platform/session'
import ActivityPage from '../activity/index'
import DeleteAccountPage from '../delete-account/index'
import ExportDataPage from '../export-data/index'

const signedIn = aSignIn()

const entry = (id: string, title: string, more: Partial<ActivityDto> = {}): ActivityDto => ({
  id,
  at: '2026-11-21T01:00:00.000Z',
  event: 'signed_in',
  title,
  actor: 'self',
  detail: {},
  ...more,
})

test('activity says who did what and when, page by page', async () => {
  const first = entry('019a0000-0000-7000-8000-000000000011', '登录', { detail: { provider: 'wechat' } })
  fakeBff.replies('GET /v1/account/activity', { items: [first], next: 'c2' })
  renderPage(<ActivityPage />, { signedIn })
  expect(await screen.findByText('登录（微信）')).toBeTruthy()
  expect(screen.getByText('您自己 · 11月21日 周六 上午9:00')).toBeTruthy()
  const second = entry('019a0000-0000-7000-8000-000000000010', '查询办件进度', { actor: 'staff' })
  fakeBff.replies('GET /v1/account/activity', { items: [second], next: null })
  press('看更早的')
  expect(await screen.findByText('查询办件进度')).toBeTruthy()
  expect(screen.getByText('登录（微信）')).toBeTruthy()
  expect(screen.getByText('已经是全部记录了。')).toBeTruthy()
  expect(fakeBff.received('GET /v1/account/activity').at(-1)?.endpoint).toBe('GET /v1/account/activity?cursor=c2')
})

test('an account without records says so', async () => {
  fakeBff.replies('GET /v1/account/activity', { items: [], next: null })
  renderPage(<ActivityPage />, { signedIn })
  expect(await screen.findByText('还没有记录。')).toBeTruthy()
})

const everything = {
  exportedAt: '2026-11-21T01:00:00.000Z',
  account: { name: '王秀英' },
  sessions: [],
  follows: [],
  messages: [],
  appointments: [],
  family: [],
  licences: [],
  mandates: [],
  helpRequests: [],
  applications: [],
  activity: [],
}

test('export is fetched by one tap and handed over by another', async () => {
  fakeBff.replies('GET /v1/account/export', everything)
  renderPage(<ExportDataPage />, { signedIn })
  expect(fakeBff.received('GET /v1/account/export')).toHaveLength(0)
  press('取出我的信息')
  expect(await screen.findByText('已取出')).toBeTruthy()
  press('复制全部内容')
  expect(await screen.findByText('已复制')).toBeTruthy()
  expect(JSON.parse(taroState.clipboard)).toEqual(everything)
})

test('an export that was refused can be asked for again', async () => {
  fakeBff.isUnreachable('GET /v1/account/export')
  renderPage(<ExportDataPage />, { signedIn })
  press('取出我的信息')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies('GET /v1/account/export', everything)
  press('取出我的信息')
  expect(await screen.findByText('已取出')).toBeTruthy()
})

test('without the word nothing is deleted', () => {
  renderPage(<DeleteAccountPage />, { signedIn })
  fillIn('请填写“注销”两个字', '删除')
  press('注销账号')
  expect(screen.getByText('错误：请填写“注销”两个字')).toBeTruthy()
  expect(fakeBff.received('POST /v1/account/deletion')).toHaveLength(0)
})

test('with the word the account goes, and everything of it on this device', async () => {
  fakeBff.replies('POST /v1/account/deletion', undefined)
  renderPage(<DeleteAccountPage />, { signedIn })
  fillIn('请填写“注销”两个字', '注销')
  press('注销账号')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/identity/pages/account-deleted/index')
  })
  expect(getToken()).toBeNull()
})
