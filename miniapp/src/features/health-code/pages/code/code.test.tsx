import { focusManager } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { forgetSession } from '../../../../platform/session'
import { aCode, inSeconds } from '../../testing/codes'
import { CODE, TOKEN, open, pass, qr, prepareCodePage } from '../../testing/code-page'
import HealthCodePage from './index'

const GREEN = '绿码 · 可以通行'
const OLD = '旧的健康码，不能用来通行'

/** The app is closed and opened again: only what the phone keeps is left. */
async function openAgain(): Promise<void> {
  open().unmount()
  await pass(1_000)
  queryClient.clear()
}

prepareCodePage()

test('colour, word and masked name, a code with its time, and what goes with it', async () => {
  open()
  await pass(0)
  expect(screen.getByText(GREEN)).toBeTruthy()
  expect(screen.getByText('陈*国')).toBeTruthy()
  expect(qr()?.getAttribute('aria-label')).toBe('健康码二维码，绿码 · 可以通行，陈*国')
  expect(screen.getByText('生成时间 9:00:00')).toBeTruthy()
  expect(screen.getByText('没有发现需要关注的情况')).toBeTruthy()
  expect(screen.getByText('阴性')).toBeTruthy()
  expect(screen.getByText('流感疫苗 第 1 剂')).toBeTruthy()
  expect(screen.getByText('湖南省株洲市')).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/2026-1/)
})

test('while it is shown the token is renewed 15 seconds before its end, again and again', async () => {
  open()
  await pass(44_000)
  expect(fakeBff.received(TOKEN)).toHaveLength(0)
  await pass(2_000)
  expect(fakeBff.received(TOKEN)).toHaveLength(1)
  expect(screen.getByText('生成时间 9:00:45')).toBeTruthy()
  for (let shown = 0; shown < 30; shown += 1) {
    await pass(10_000)
    expect(qr()).not.toBeNull()
  }
})

test('in the background nothing is renewed; back in front the code is asked for anew', async () => {
  const visible = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  open()
  await pass(0)
  act(() => focusManager.setFocused(false))
  await pass(120_000)
  expect(fakeBff.received(TOKEN)).toHaveLength(0)
  expect(screen.getByText(OLD)).toBeTruthy()
  visible.mockRestore()
  act(() => focusManager.setFocused(true))
  await pass(1_000)
  expect(screen.getByText(GREEN)).toBeTruthy()
  act(() => focusManager.setFocused(undefined))
})

test('a renewal that fails is tried again; when the token ends, the code is old and has no QR', async () => {
  open()
  await pass(1_000)
  fakeBff.isUnreachable(TOKEN)
  fakeBff.isUnreachable(CODE)
  await pass(53_000)
  expect(fakeBff.received(TOKEN).length).toBeGreaterThanOrEqual(2)
  expect(screen.getByText(GREEN)).toBeTruthy()
  await pass(10_000)
  expect(qr()).toBeNull()
  expect(screen.getByText(OLD)).toBeTruthy()
  expect(screen.queryByText(GREEN)).toBeNull()
  expect(screen.getByText('11月21日 周六 上午8:59')).toBeTruthy()
  fakeBff.replies(CODE, aCode({ token: { value: 'OV1H:THIRD', expiresAt: inSeconds(130) }, asOf: inSeconds(70) }))
  press('再试一次')
  await pass(1_000)
  expect(screen.getByText(GREEN)).toBeTruthy()
  expect(qr()).not.toBeNull()
})

test('without a network the last copy is shown with its time in large type, and never looks fresh', async () => {
  await openAgain()
  fakeBff.isUnreachable(CODE)
  fakeBff.isUnreachable('GET /v1/family')
  open()
  await pass(1_000)
  expect(screen.getByText(OLD)).toBeTruthy()
  expect(screen.getByText('上次更新')).toBeTruthy()
  expect(screen.getByText('11月21日 周六 上午8:59').className).toContain('ov-code-time')
  expect(screen.getByText('当时是绿码')).toBeTruthy()
  expect(qr()).toBeNull()
  expect(fakeBff.received(TOKEN)).toHaveLength(0)
  expect(screen.getByText('阴性')).toBeTruthy()
})

test('what the phone keeps is shown before the network answers, as old, and then refreshed', async () => {
  await openAgain()
  const answer = fakeBff.waits(CODE)
  open()
  expect(screen.getByText(OLD)).toBeTruthy()
  expect(screen.getByText('正在更新，请稍等…')).toBeTruthy()
  expect(qr()).toBeNull()
  answer(aCode())
  await pass(100)
  expect(screen.getByText(GREEN)).toBeTruthy()
  expect(qr()).not.toBeNull()
})

test('the phone never keeps a token, and nothing of the code once somebody has signed out', async () => {
  open()
  await pass(1_000)
  const kept = () => JSON.stringify([...taroState.storage])
  expect(kept()).toContain('没有发现需要关注的情况')
  expect(kept()).not.toContain('OV1H')
  act(() => {
    forgetSession()
  })
  expect(kept()).not.toContain('没有发现需要关注的情况')
})

test("the department is away: the BFF's old copy has no QR and says since when", async () => {
  fakeBff.replies(CODE, aCode({ stale: true, token: null, asOf: '2026-11-20T23:30:00.000Z' }))
  open()
  await pass(0)
  expect(screen.getByText(OLD)).toBeTruthy()
  expect(screen.getByText('11月21日 周六 上午7:30')).toBeTruthy()
  expect(screen.getByText(/卫健系统现在不能用/)).toBeTruthy()
  expect(qr()).toBeNull()
})

test('while the department is away the code is asked for every ten seconds, and is fresh again by itself', async () => {
  fakeBff.replies(CODE, aCode({ stale: true, token: null }))
  open()
  await pass(0)
  expect(screen.getByText(OLD)).toBeTruthy()
  fakeBff.replies(CODE, aCode())
  await pass(11_000)
  expect(screen.getByText(GREEN)).toBeTruthy()
})

test('neither answer nor copy: says so, with a way to try again', async () => {
  fakeBff.refuses(CODE, 'department_unavailable')
  open()
  await pass(0)
  expect(screen.getByText('部门系统暂时不能用')).toBeTruthy()
  fakeBff.replies(CODE, aCode())
  press('再试一次')
  await pass(100)
  expect(screen.getByText(GREEN)).toBeTruthy()
})

test('tests, vaccinations and travel card that cannot be had do not hide the code', async () => {
  fakeBff.replies(CODE, aCode({ tests: null, vaccinations: null, travelCard: null, travelCardMissing: '没有登记手机号' }))
  open()
  await pass(0)
  expect(screen.getByText(GREEN)).toBeTruthy()
  expect(screen.getAllByText('现在查不到，不影响健康码。')).toHaveLength(2)
  expect(screen.getByText('没有登记手机号')).toBeTruthy()
})

test('a yellow code says why and until when', async () => {
  fakeBff.replies(CODE, aCode({ colour: 'yellow', reason: '三天内到过有疫情的地方', expiresAt: '2026-11-23T01:00:00.000Z' }))
  open()
  await pass(0)
  expect(screen.getByText('黄码 · 请配合查验')).toBeTruthy()
  expect(screen.getByText('三天内到过有疫情的地方')).toBeTruthy()
  expect(screen.getByText('11月23日 周一 上午9:00')).toBeTruthy()
})

test('nobody signed in: asks nothing and leads to signing in', () => {
  renderPage(<HealthCodePage />)
  press('去登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  expect(fakeBff.received(CODE)).toHaveLength(0)
})

test('without a real name the way to it opens, and stays on the page for whoever turned back', async () => {
  fakeBff.refuses(CODE, 'real_name_required')
  open()
  await pass(0)
  expect(wentTo()).toBe('/features/identity/pages/real-name/index?reason=real_name_required')
  expect(screen.getByRole('button', { name: '去实名' })).toBeTruthy()
})

test('a session that has ended leads to signing in, and shows nothing of the code meanwhile', async () => {
  open()
  await pass(1_000)
  fakeBff.refuses(TOKEN, 'session_expired')
  await pass(45_000)
  expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  expect(qr()).toBeNull()
  expect(screen.getByRole('button', { name: '去登录' })).toBeTruthy()
})
