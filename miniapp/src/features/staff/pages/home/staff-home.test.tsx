import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aStaffSignIn } from '../../../../../test/sessions'
import { getStaffToken, keepStaffSignedIn } from '../../../../platform/staff-session'
import { renderForStaff } from '../../testing/staff'
import StaffHomePage from './index'

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('says who is signed in, in which role and where', async () => {
  renderForStaff(<StaffHomePage />)
  expect(screen.getByText('窗口人员')).toBeTruthy()
  expect(await screen.findByText('茶陵县政务服务中心')).toBeTruthy()
})

test('leads clerks to the board, and supervisors to the load as well', () => {
  const { unmount } = renderForStaff(<StaffHomePage />)
  press(/^预约看板/, 'link')
  expect(wentTo()).toBe('/features/staff/pages/board/index')
  expect(screen.queryByRole('link', { name: /^忙闲统计/ })).toBeNull()
  unmount()
  renderForStaff(<StaffHomePage />, { signedIn: { role: 'supervisor' } })
  expect(screen.getByRole('link', { name: /^忙闲统计/ })).toBeTruthy()
})

test('volunteers have no work with visits here', () => {
  renderForStaff(<StaffHomePage />, { signedIn: { role: 'volunteer' } })
  expect(screen.getByText('帮代办人员')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /^预约看板/ })).toBeNull()
})

test.each([
  ['volunteer', ['求助任务']],
  ['clerk', ['求助任务', '登记求助', '结束委托']],
  ['supervisor', ['求助任务', '登记求助', '结束委托', '志愿者']],
  ['administrator', []],
] as const)('the doors of the proxy service for a %s', (role, doors) => {
  renderForStaff(<StaffHomePage />, { signedIn: { role } })
  const all = ['求助任务', '登记求助', '结束委托', '志愿者']
  expect(all.filter((door) => screen.queryByRole('link', { name: new RegExp(`^${door}`) }) !== null)).toEqual(doors)
})

test.each(['volunteer', 'clerk', 'supervisor', 'administrator'] as const)('leads a %s to checking licences', (role) => {
  renderForStaff(<StaffHomePage />, { signedIn: { role } })
  press(/^查验证照和健康码/, 'link')
  expect(wentTo()).toBe('/features/staff/pages/verify/index')
})

test('nobody signed in: leads to signing in', async () => {
  renderPage(<StaffHomePage />)
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/staff/pages/sign-in/index')
  })
})

test('warns before the session ends, with the staff token, and continues', async () => {
  const { token: _, ...ending } = aStaffSignIn({ idleExpiresAt: inMinutes(3) })
  keepStaffSignedIn({ ...ending, token: 'staff-token' })
  fakeBff.replies('GET /v1/staff/session', ending)
  fakeBff.replies('POST /v1/staff/session/renewal', { ...ending, idleExpiresAt: inMinutes(30) })
  renderPage(<StaffHomePage />)
  expect(await screen.findByText(/您的登录将在/)).toBeTruthy()
  press('继续使用')
  await waitFor(() => {
    expect(screen.queryByText(/您的登录将在/)).toBeNull()
  })
  expect(fakeBff.received('POST /v1/staff/session/renewal')[0]?.headers['Authorization']).toBe('Bearer staff-token')
})

test('a session that has ended leads to signing in again', async () => {
  keepStaffSignedIn(aStaffSignIn({ idleExpiresAt: inMinutes(-1) }))
  fakeBff.refuses('GET /v1/staff/session', 'session_expired')
  renderPage(<StaffHomePage />)
  await waitFor(() => {
    expect(wentTo()).toBe('/features/staff/pages/sign-in/index?reason=session_expired')
  })
  expect(getStaffToken()).toBeNull()
})

test('signing out ends the session', async () => {
  keepStaffSignedIn(aStaffSignIn())
  fakeBff.replies('DELETE /v1/staff/session', undefined)
  renderPage(<StaffHomePage />)
  press('退出登录')
  expect(await screen.findByText('您还没有以工作人员身份登录')).toBeTruthy()
  expect(getStaffToken()).toBeNull()
})
