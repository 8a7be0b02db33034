import { act, screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { queryClient } from '../../../../platform/query-client'
import { anIdCard, aPresentation, aWallet, DRIVING, ID_CARD, NOW, verified } from '../../testing/licences'
import CheckPage from '../check/index'
import FieldsPage from '../fields/index'
import PresentPage from './index'

const PRESENT = 'POST /v1/presentations'
const chosen = { licence: ID_CARD, fields: 'name,over18' }
const signedIn = verified

/** What was started is on the way; nothing on these pages waits. */
const settle = () => act(() => jest.advanceTimersByTimeAsync(0))

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.replies('GET /v1/licences', aWallet())
  fakeBff.replies('GET /v1/licences/:id', anIdCard())
  fakeBff.replies(PRESENT, aPresentation())
})
afterEach(() => {
  jest.useRealTimers()
})

const openCheck = async (query: Record<string, string> = chosen) => {
  renderPage(<CheckPage />, { signedIn, query })
  await settle()
}

test('presets come first, each with what it gives, then the own choice', async () => {
  renderPage(<PresentPage />, { signedIn })
  await settle()
  const usual = within(screen.getByRole('list', { name: '常用的' })).getAllByRole('link')
  expect(usual.map((row) => row.textContent.slice(0, 9))).toEqual(['证明已满 18 岁', '证明我是谁姓名、证', '查驾驶证姓名、证号'])
  press(/^证明已满 18 岁/, 'link')
  expect(wentTo()).toBe(`/features/licences/pages/check/index?licence=${ID_CARD}&fields=name%2Cover18`)
  press(/^机动车驾驶证/, 'link')
  expect(wentTo()).toBe(`/features/licences/pages/fields/index?licence=${DRIVING}`)
})

test('from one licence only that one is offered; nothing that may be shown is said', async () => {
  const { unmount } = renderPage(<PresentPage />, { signedIn, query: { licence: ID_CARD } })
  await settle()
  expect(screen.queryByText('机动车驾驶证')).toBeNull()
  unmount()
  queryClient.clear()
  fakeBff.replies('GET /v1/licences', aWallet({ items: [anIdCard({ state: 'revoked' })] }))
  renderPage(<PresentPage />, { signedIn })
  await settle()
  expect(screen.getByText('现在没有可以出示的证照')).toBeTruthy()
})

test('the own choice of fields: at least one, in the order of the licence', async () => {
  renderPage(<FieldsPage />, { signedIn, query: { licence: ID_CARD } })
  await settle()
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请至少选一项')
  for (const name of [/^住址/, /^姓名/]) act(() => screen.getByRole('checkbox', { name }).click())
  press('下一步')
  expect(wentTo()).toBe(`/features/licences/pages/check/index?licence=${ID_CARD}&fields=name%2Caddress`)
})

test('before anything is shown it says exactly what, and to whom', async () => {
  await openCheck()
  const list = screen.getByRole('list', { name: '对方会看到' })
  expect(list.textContent).toBe('证照居民身份证姓名陈建国已满 18 岁是')
  expect(screen.getByText('这张证照上的其他 2 项，对方看不到。')).toBeTruthy()
  expect(screen.getByText(/只有登录了的窗口人员、帮代办人员能查验/)).toBeTruthy()
  press(/对方那里没有网络/, 'radio')
  expect(screen.getByText(/60 秒内扫到的人都能看到/)).toBeTruthy()
  fakeBff.replies(PRESENT, aPresentation({ way: 'offline', code: null }))
  press('出示 60 秒')
  await settle()
  expect(fakeBff.received(PRESENT)[0]?.body).toEqual({ licence: ID_CARD, fields: ['name', 'over18'], way: 'offline' })
  expect(wentTo()).toContain('/features/licences/pages/show/index?licence=')
  expect(wentTo()).not.toContain('OV1')
})

test('before the first one the person is led to confirm; turned back, the page says why and nothing was sent on', async () => {
  fakeBff.refuses(PRESENT, 'step_up_required')
  await openCheck()
  press('出示 60 秒')
  await settle()
  expect(wentTo()).toBe('/features/identity/pages/step-up/index?reason=step_up_required')
  expect(screen.getByText(/再点“出示 60 秒”/)).toBeTruthy()
  expect(screen.getByRole('list', { name: '对方会看到' })).toBeTruthy()
  fakeBff.replies(PRESENT, aPresentation())
  press('出示 60 秒')
  await settle()
  expect(wentTo()).toContain('/features/licences/pages/show/index')
})

test.each([
  ['licence_revoked', '这张证照已经注销'],
  ['licence_expired', '这张证照已经过期'],
] as const)('%s: refused with its reason, and no code', async (code, said) => {
  fakeBff.refuses(PRESENT, code)
  await openCheck()
  press('出示 60 秒')
  await settle()
  expect(screen.getByText(said)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '出示 60 秒' })).toBeNull()
  press('看我的证照')
  expect(wentTo()).toBe('/features/licences/pages/wallet/index')
})

test('without a network nothing is shown; what was chosen stays', async () => {
  await openCheck()
  fakeBff.isUnreachable(PRESENT)
  press('出示 60 秒')
  await settle()
  expect(screen.getByText('现在没有网络')).toBeTruthy()
  expect(screen.getByRole('list', { name: '对方会看到' })).toBeTruthy()
})

test('more than an offline code can hold: says to choose fewer, and online there is room', async () => {
  await openCheck()
  press(/对方那里没有网络/, 'radio')
  fakeBff.refuses(PRESENT, 'code_too_long')
  press('出示 60 秒')
  await settle()
  expect(screen.getByText('选的内容太多，一个离线码放不下')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  press('少选几项')
  expect(wentTo()).toBe(`/features/licences/pages/fields/index?licence=${ID_CARD}&fields=name%2Cover18`)
  press(/对方能上网/, 'radio')
  expect(screen.queryByText('选的内容太多，一个离线码放不下')).toBeNull()
})

test('an expired session leads to signing in', async () => {
  await openCheck()
  fakeBff.refuses(PRESENT, 'session_expired')
  press('出示 60 秒')
  await settle()
  expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
})

test('a link that was cut begins anew', async () => {
  await openCheck({ licence: ID_CARD, fields: 'none' })
  press('从头选')
  expect(wentTo()).toBe('/features/licences/pages/present/index')
})
