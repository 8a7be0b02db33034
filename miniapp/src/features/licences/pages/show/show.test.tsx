import { act, screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { keepPresenting } from '../../presenting'
import { anIdCard, aPresentation, aWallet, ID_CARD, NOW, PRESENTATION, verified } from '../../testing/licences'
import ShowPage from './index'

const PRESENT = 'POST /v1/presentations'
const STOP = 'DELETE /v1/presentations/:id'
const shown = { licence: ID_CARD, fields: 'name,over18', way: 'online', id: PRESENTATION }
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

const openShown = (presentation = aPresentation(), query: Record<string, string> = shown) => {
  keepPresenting(presentation)
  return renderPage(<ShowPage />, { signedIn, query })
}

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
