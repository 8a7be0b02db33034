import { act, screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { keepPresenting } from '../../presenting'
import { anIdCard, aPresentation, aWallet, DRIVING, ID_CARD, NOW, PRESENTATION, verified } from '../../testing/licences'
import CheckPage from '../check/index'
import FieldsPage from '../fields/index'
import PresentPage from '../present/index'
import ShowPage from './index'

const PRESENT = 'POST /v1/presentations'
const STOP = 'DELETE /v1/presentations/:id'
const chosen = { licence: ID_CARD, fields: 'name,over18' }
const shown = { ...chosen, way: 'online', id: PRESENTATION }
const signedIn = verified

const qr = () => screen.queryByRole('img', { name: '居民身份证的出示码' })

async function pass(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= 1_000) await act(() => jest.advanceTimersByTimeAsync(Math.min(left, 1_000)))
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.replies('GET /v1/licences', aWallet())
  fakeBff.replies('GET /v1/licences/:id', anIdCard())
  fakeBff.replies(PRESENT, aPresentation())
  fakeBff.replies(STOP, undefined)
})
afterEach(() => {
  jest.useRealTimers()
})

const openCheck = async (query: Record<string, string> = chosen) => {
  renderPage(<CheckPage />, { signedIn, query })
  await pass(0)
}
const openShown = (presentation = aPresentation(), query: Record<string, string> = shown) => {
  keepPresenting(presentation)
  return renderPage(<ShowPage />, { signedIn, query })
}

test('presets come first, each with what it gives, then the own choice', async () => {
  renderPage(<PresentPage />, { signedIn })
  await pass(0)
  const usual = within(screen.getByRole('list', { name: '常用的' })).getAllByRole('link')
  expect(usual.map((row) => row.textContent.slice(0, 9))).toEqual(['证明已满 18 岁', '证明我是谁姓名、证', '查驾驶证姓名、证号'])
  press(/^证明已满 18 岁/, 'link')
  expect(wentTo()).toBe(`/features/licences/pages/check/index?licence=${ID_CARD}&fields=name%2Cover18`)
  press(/^机动车驾驶证/, 'link')
  expect(wentTo()).toBe(`/features/licences/pages/fields/index?licence=${DRIVING}`)
})

test('from one licence only that one is offered; nothing that may be shown is said', async () => {
  const { unmount } = renderPage(<PresentPage />, { signedIn, query: { licence: ID_CARD } })
  await pass(0)
  expect(screen.queryByText('机动车驾驶证')).toBeNull()
  unmount()
  queryClient.clear()
  fakeBff.replies('GET /v1/licences', aWallet({ items: [anIdCard({ state: 'revoked' })] }))
  renderPage(<PresentPage />, { signedIn })
  await pass(0)
  expect(screen.getByText('现在没有可以出示的证照')).toBeTruthy()
})

test('the own choice of fields: at least one, in the order of the licence', async () => {
  renderPage(<FieldsPage />, { signedIn, query: { licence: ID_CARD } })
  await pass(0)
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
  await pass(0)
  expect(fakeBff.received(PRESENT)[0]?.body).toEqual({ licence: ID_CARD, fields: ['name', 'over18'], way: 'offline' })
  expect(wentTo()).toContain('/features/licences/pages/show/index?licence=')
  expect(wentTo()).not.toContain('OV1')
})

test('before the first one the person is led to confirm; turned back, the page says why and nothing was sent on', async () => {
  fakeBff.refuses(PRESENT, 'step_up_required')
  await openCheck()
  press('出示 60 秒')
  await pass(0)
  expect(wentTo()).toBe('/features/identity/pages/step-up/index?reason=step_up_required')
  expect(screen.getByText(/再点“出示 60 秒”/)).toBeTruthy()
  expect(screen.getByRole('list', { name: '对方会看到' })).toBeTruthy()
  fakeBff.replies(PRESENT, aPresentation())
  press('出示 60 秒')
  await pass(0)
  expect(wentTo()).toContain('/features/licences/pages/show/index')
})

test.each([
  ['licence_revoked', '这张证照已经注销'],
  ['licence_expired', '这张证照已经过期'],
] as const)('%s: refused with its reason, and no code', async (code, said) => {
  fakeBff.refuses(PRESENT, code)
  await openCheck()
  press('出示 60 秒')
  await pass(0)
  expect(screen.getByText(said)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '出示 60 秒' })).toBeNull()
  press('看我的证照')
  expect(wentTo()).toBe('/features/licences/pages/wallet/index')
})

test('without a network nothing is shown; what was chosen stays', async () => {
  await openCheck()
  fakeBff.isUnreachable(PRESENT)
  press('出示 60 秒')
  await pass(0)
  expect(screen.getByText('现在没有网络')).toBeTruthy()
  expect(screen.getByRole('list', { name: '对方会看到' })).toBeTruthy()
})

test('more than an offline code can hold: says to choose fewer, and online there is room', async () => {
  await openCheck()
  press(/对方那里没有网络/, 'radio')
  fakeBff.refuses(PRESENT, 'code_too_long')
  press('出示 60 秒')
  await pass(0)
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
  await pass(0)
  expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
})

test('a link that was cut begins anew', async () => {
  await openCheck({ licence: ID_CARD, fields: 'none' })
  press('从头选')
  expect(wentTo()).toBe('/features/licences/pages/present/index')
})

test('the code counts down where it can be seen, warns, ends, and never renews itself', async () => {
  openShown()
  expect(qr()).not.toBeNull()
  expect(screen.getByText('还有 60 秒')).toBeTruthy()
  expect(screen.getByText('ABCDE 23456')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再出示 60 秒' })).toBeNull()
  await pass(46_000)
  expect(screen.getByText(/快到时间了/)).toBeTruthy()
  expect(qr()).not.toBeNull()
  await pass(15_000)
  expect(screen.getByText('已到 60 秒，这个码不能用了')).toBeTruthy()
  expect(qr()).toBeNull()
  expect(screen.queryByText('ABCDE 23456')).toBeNull()
  await pass(300_000)
  expect(fakeBff.received(PRESENT)).toHaveLength(0)
})

test('a tap makes one new code for another 60 seconds', async () => {
  openShown()
  await pass(61_000)
  fakeBff.replies(PRESENT, aPresentation({ id: '019a0000-0000-7000-8000-0000000000ea', code: 'ZZZZZ99999' }))
  const again = screen.getByRole('button', { name: '再出示 60 秒' })
  // Twice before anything is drawn.
  act(() => {
    again.click()
    again.click()
  })
  await pass(0)
  expect(fakeBff.received(PRESENT).map(({ body }) => body)).toEqual([
    { licence: ID_CARD, fields: ['name', 'over18'], way: 'online' },
  ])
  expect(screen.getByText('还有 60 秒')).toBeTruthy()
  expect(screen.getByText('ZZZZZ 99999')).toBeTruthy()
  await pass(61_000)
  expect(qr()).toBeNull()
  expect(fakeBff.received(PRESENT)).toHaveLength(1)
})

test('when the confirmation has run out, the tap leads there again', async () => {
  openShown()
  await pass(61_000)
  fakeBff.refuses(PRESENT, 'step_up_required')
  press('再出示 60 秒')
  await pass(0)
  expect(wentTo()).toBe('/features/identity/pages/step-up/index?reason=step_up_required')
  expect(screen.getByRole('button', { name: '去确认' })).toBeTruthy()
  expect(qr()).toBeNull()
})

test('a licence that was cancelled meanwhile is not shown again', async () => {
  openShown()
  await pass(61_000)
  fakeBff.refuses(PRESENT, 'licence_revoked')
  press('再出示 60 秒')
  await pass(0)
  expect(screen.getByText('这张证照已经注销')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再出示 60 秒' })).toBeNull()
})

test('stopping takes the code off at once and tells the BFF', async () => {
  openShown()
  press('停止出示')
  expect(qr()).toBeNull()
  expect(screen.queryByText('这个码已经不能用了。')).toBeNull()
  await pass(0)
  expect(fakeBff.received(STOP)).toHaveLength(1)
  expect(screen.getByText('这个码已经不能用了。')).toBeTruthy()
})

test('stopping without a network takes the code off all the same, and says for how long it may still count', async () => {
  fakeBff.isUnreachable(STOP)
  openShown()
  press('停止出示')
  expect(qr()).toBeNull()
  await pass(0)
  expect(screen.getByText(/最多 60 秒后自动不能用/)).toBeTruthy()
})

test('opened anew, the page has nothing to show until it is tapped; nothing of a code was kept', async () => {
  openShown().unmount()
  queryClient.clear()
  renderPage(<ShowPage />, { signedIn, query: shown })
  expect(screen.getByText('请再点一次出示')).toBeTruthy()
  expect(qr()).toBeNull()
  expect(JSON.stringify([...taroState.storage])).not.toContain('OV1P')
  press('再出示 60 秒')
  await pass(0)
  expect(qr()).not.toBeNull()
})

test('an offline code is drawn large, has no typed one, and says what stopping can no longer take back', async () => {
  const offline = aPresentation({ way: 'offline', code: null, qr: `OV1L:${'A'.repeat(400)}` })
  openShown(offline, { ...shown, way: 'offline' })
  expect(qr()?.className).toContain('ov-qr-code-large')
  expect(screen.queryByText('扫不了时，请对方填写')).toBeNull()
  press('停止出示')
  await pass(0)
  expect(screen.getByText(/对方如果已经扫到，内容已经看到/)).toBeTruthy()
})
