import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { queryClient } from '../../../../platform/query-client'
import { aCase, CASE_NUMBER } from '../../testing/cases'
import ExitEntryPage from '../exit-entry/index'
import IdCardPage from '../id-card/index'
import OwnCasePage from '../own-case/index'
import MyCasesPage from './index'

const signedIn = aSignIn({ assurance: 2 })

test('a department that does not answer is named, and the others are shown', async () => {
  fakeBff.replies('GET /v1/cases', { items: [aCase()], missing: [{ department: '公安系统', reason: '响应太慢' }] })
  renderPage(<MyCasesPage />, { signedIn })
  expect(await screen.findByText('公安系统暂时没有回应')).toBeTruthy()
  expect(screen.getByText('其他部门的结果在下面。')).toBeTruthy()
  press(/个体工商户设立登记/, 'link')
  expect(wentTo()).toBe(`/features/progress/pages/own-case/index?of=my-cases&number=${CASE_NUMBER}`)
})

test('rows from an earlier time are said to be, with the time, once for each department', async () => {
  const items = ['A', 'B'].map((letter) => aCase({ caseNumber: `${CASE_NUMBER}${letter}`, stale: true }))
  fakeBff.replies('GET /v1/cases', { items: [...items, aCase({ department: '县民政局' })], missing: [] })
  renderPage(<MyCasesPage />, { signedIn })
  expect(await screen.findAllByText(/现在没有回应，下面是以前查到的/)).toHaveLength(1)
  expect(screen.getByText('县市场监管局现在没有回应，下面是以前查到的')).toBeTruthy()
  expect(screen.getByText(/^查询时间 11月21日/)).toBeTruthy()
})

test('no cases: says why that may be, and offers the look-up by number', async () => {
  fakeBff.replies('GET /v1/cases', { items: [], missing: [] })
  renderPage(<MyCasesPage />, { signedIn })
  expect(await screen.findByText('没有查到办件')).toBeTruthy()
  press('用办件编号查')
  expect(wentTo()).toBe('/features/progress/pages/case-number/index')
})

test('without the real name it leads there; whoever turns back finds the way again', async () => {
  fakeBff.refuses('GET /v1/cases', 'real_name_required')
  renderPage(<MyCasesPage />, { signedIn: aSignIn() })
  await waitFor(() => {
    expect(wentTo()).toBe('/features/identity/pages/real-name/index?reason=real_name_required')
  })
  expect(await screen.findByRole('button', { name: '去实名' })).toBeTruthy()
})

test('a session that has ended leads to signing in', async () => {
  fakeBff.refuses('GET /v1/cases', 'session_expired')
  renderPage(<MyCasesPage />, { signedIn })
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  expect(await screen.findByRole('button', { name: '重新登录' })).toBeTruthy()
})

test('without a network the last list is shown with its time', async () => {
  fakeBff.replies('GET /v1/cases', { items: [aCase()], missing: [] })
  const { unmount } = renderPage(<MyCasesPage />, { signedIn })
  await screen.findByText('个体工商户设立登记')
  unmount()
  queryClient.clear()
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  fakeBff.isUnreachable('GET /v1/cases')
  renderPage(<MyCasesPage />, { signedIn })
  expect(await screen.findByText(/这是 .*月.*日 周. .午.* 的结果/)).toBeTruthy()
  expect(screen.getByText('个体工商户设立登记')).toBeTruthy()
  fakeBff.replies('GET /v1/cases', { items: [], missing: [] })
  press('再试一次')
  expect(await screen.findByText('没有查到办件')).toBeTruthy()
  jest.restoreAllMocks()
})

test('a slow police system is named after three seconds, and after eight there is a choice', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.waits('GET /v1/progress/id-card')
  renderPage(<IdCardPage />, { signedIn })
  await act(() => jest.advanceTimersByTimeAsync(3_100))
  expect(screen.getByText('公安系统较慢，正在等待')).toBeTruthy()
  await act(() => jest.advanceTimersByTimeAsync(5_000))
  expect(screen.getByRole('button', { name: '先不等了' })).toBeTruthy()
  jest.useRealTimers()
})

test('a department that is away is a refusal with a next step', async () => {
  fakeBff.refuses('GET /v1/progress/exit-entry', 'department_unavailable', { detail: '公安（出入境）暂时不能用' })
  renderPage(<ExitEntryPage />, { signedIn })
  expect(await screen.findByText('公安（出入境）暂时不能用')).toBeTruthy()
  fakeBff.replies('GET /v1/progress/exit-entry', { items: [aCase({ kind: 'exit_entry', itemName: '普通护照' })], missing: [] })
  press('再试一次')
  expect(await screen.findByText('普通护照')).toBeTruthy()
})

test('one case of the list opens on its own page', async () => {
  fakeBff.replies('GET /v1/progress/id-card', {
    items: [aCase({ kind: 'id_card', itemName: '身份证换领', status: 'ready', place: '一楼公安窗口' })],
    missing: [],
  })
  renderPage(<OwnCasePage />, { signedIn, query: { of: 'id-card', number: CASE_NUMBER } })
  expect(await screen.findByRole('heading', { name: '身份证换领' })).toBeTruthy()
  expect(screen.getByText('请带身份证到一楼公安窗口领取。')).toBeTruthy()
})

test('a case that is no longer in the list says so', async () => {
  fakeBff.replies('GET /v1/cases', { items: [], missing: [] })
  renderPage(<OwnCasePage />, { signedIn, query: { of: 'elsewhere', number: CASE_NUMBER } })
  expect(await screen.findByText('没有找到这件事')).toBeTruthy()
})
