import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { queryClient } from '../../../../platform/query-client'
import { keepSignedIn } from '../../../../platform/session'
import { keepLookedUp } from '../../looked-up'
import { aCase, aFollow, CASE_NUMBER, FOLLOW_ID } from '../../testing/cases'
import CaseFoundPage from './index'

const FOLLOW = 'POST /v1/follows'
const query = { number: CASE_NUMBER }

function show(progress = aCase(), signedIn = true) {
  keepLookedUp(progress)
  return renderPage(<CaseFoundPage />, signedIn ? { query, signedIn: aSignIn() } : { query })
}

test('says the status in word and shape, what it means, and when that was', () => {
  show(aCase({ status: 'correction_needed', toDo: '补交营业场所证明', place: '县政务服务大厅 3 号窗口' }))
  expect(screen.getByRole('heading', { name: '个体工商户设立登记' })).toBeTruthy()
  expect(screen.getByText('需要补正')).toBeTruthy()
  expect(screen.getByText('▲')).toBeTruthy()
  expect(screen.getByText('请按下面写的补交材料，补交后继续办理。')).toBeTruthy()
  expect(screen.getByText('补交营业场所证明')).toBeTruthy()
  expect(screen.getByText('县政务服务大厅 3 号窗口')).toBeTruthy()
  expect(screen.getByText('11月24日 周二')).toBeTruthy()
  expect(screen.getByText('11月21日 周六 上午9:00')).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\d{4}-\d{2}-\d{2}T/)
})

test("the course of the case is newest first, with the department's own words", () => {
  show()
  const steps = [...screen.getByRole('list', { name: '办理经过' }).children].map((step) => step.textContent)
  expect(steps[0]).toContain('审查中')
  expect(steps[1]).toContain('部门原话：准予受理')
  expect(steps[1]).toContain('材料齐全')
})

test('a stale answer says so with its time', () => {
  show(aCase({ stale: true }))
  expect(screen.getByText('县市场监管局现在没有回应，下面是以前查到的')).toBeTruthy()
  expect(screen.getByText('查询时间 11月21日 周六 上午9:00').className).toContain('ov-number')
})

test('following sends the proof once, however often it is tapped', async () => {
  const release = fakeBff.waits(FOLLOW)
  show()
  press('关注这件事')
  press(/关注这件事|请稍候/)
  await waitFor(() => {
    expect(fakeBff.received(FOLLOW)).toHaveLength(1)
  })
  act(() => {
    release(aFollow())
  })
  expect(await screen.findByText('已关注这件事')).toBeTruthy()
  expect(fakeBff.received(FOLLOW).map(({ body }) => body)).toEqual([{ proof: 'proof-1' }])
})

test('whoever is not signed in signs in first, and the proof is still there afterwards', async () => {
  fakeBff.replies(FOLLOW, aFollow())
  show(aCase(), false)
  press('关注这件事')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  expect(fakeBff.received(FOLLOW)).toHaveLength(0)
  act(() => {
    keepSignedIn(aSignIn())
  })
  press('关注这件事')
  expect(await screen.findByText('已关注这件事')).toBeTruthy()
  expect(fakeBff.received(FOLLOW)[0]?.body).toEqual({ proof: 'proof-1' })
})

test('following that fails on a dead network can be tried again, under the same key', async () => {
  fakeBff.isUnreachable(FOLLOW)
  show()
  press('关注这件事')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies(FOLLOW, aFollow())
  press('关注这件事')
  expect(await screen.findByText('已关注这件事')).toBeTruthy()
  const keys = fakeBff.received(FOLLOW).map(({ headers }) => headers['Idempotency-Key'])
  expect(new Set(keys).size).toBe(1)
})

test('too many followed: says so and leads to the list', async () => {
  fakeBff.refuses(FOLLOW, 'follow_limit_reached')
  show()
  press('关注这件事')
  expect(await screen.findByText('关注的事情已满')).toBeTruthy()
  press('看我关注的办件')
  expect(wentTo()).toBe('/features/progress/pages/follows/index')
})

test('a followed case can be stopped, and a slip of the finger undone', async () => {
  fakeBff.replies('DELETE /v1/follows/:id', { followProof: 'proof-again' })
  fakeBff.replies(FOLLOW, aFollow())
  show(aCase({ followId: FOLLOW_ID, followProof: null }))
  press('取消关注')
  expect(await screen.findByText('已取消关注')).toBeTruthy()
  press('恢复关注')
  expect(await screen.findByText('已关注这件事')).toBeTruthy()
  expect(fakeBff.received(FOLLOW)[0]?.body).toEqual({ proof: 'proof-again' })
})

test('a case that will not change any more is not offered for following', () => {
  show(aCase({ status: 'delivered' }))
  expect(screen.queryByRole('button', { name: '关注这件事' })).toBeNull()
})

test('the copy on the phone is shown as old, and the way to a new look-up keeps the number', () => {
  keepSignedIn(aSignIn())
  keepLookedUp(aCase())
  queryClient.clear()
  renderPage(<CaseFoundPage />, { query })
  expect(screen.getByText('查询时间 11月21日 周六 上午9:00')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '关注这件事' })).toBeNull()
  press('再查一次')
  expect(wentTo()).toBe('/features/progress/pages/case-password/index')
})

test('for somebody who is not signed in nothing outlives the app', () => {
  keepLookedUp(aCase())
  queryClient.clear()
  renderPage(<CaseFoundPage />, { query })
  expect(screen.getByText('这次查询的结果没有留下')).toBeTruthy()
  expect(screen.queryByText('个体工商户设立登记')).toBeNull()
})
